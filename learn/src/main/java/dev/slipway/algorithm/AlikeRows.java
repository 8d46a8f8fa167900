package dev.slipway.algorithm;

import dev.slipway.model.Training;
import dev.slipway.table.BooleanColumn;
import dev.slipway.table.Column;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import java.util.stream.LongStream;

/**
 * An order of many rows in which rows that look alike lie side by side. Trees send such rows the same way, so the rows of one
 * node lie together in memory and a library reads them much faster; which trees it grows depends on the order by rounding only.
 *
 * <p>Rows are sorted by yes-or-no questions, those that tell most about the answer first: whether a mark is set, whether a
 * number is above one of its quartiles. The same rows are always put in the same order.
 */
final class AlikeRows {
    /** Fewer rows than this lie in the processor's cache anyway and stay as they are. */
    static final int LEAST = 1 << 16;

    private static final int QUESTIONS = 24;
    private static final int SAMPLE = 1 << 13;

    private AlikeRows() {}

    /** One question, and how strongly its answer goes with the answer that is learned. */
    private record Question(IntPredicate asked, double telling) {}

    /** The places of the rows, in the order they are to be handed over. */
    static int[] order(Training training, List<String> columns) {
        int rows = training.rows();
        if (rows < LEAST) {
            return IntStream.range(0, rows).toArray();
        }
        var questions = questions(training, columns);
        long[] keys = IntStream.range(0, rows)
                .parallel()
                .mapToLong(row -> key(questions, row) << Integer.SIZE | row)
                .toArray();
        Arrays.parallelSort(keys);
        return LongStream.of(keys).mapToInt(key -> (int) key).toArray();
    }

    private static long key(IntPredicate[] questions, int row) {
        long key = 0;
        for (var question : questions) {
            key = key << 1 | (question.test(row) ? 1 : 0);
        }
        return key;
    }

    private static IntPredicate[] questions(Training training, List<String> columns) {
        int step = Math.max(1, training.rows() / SAMPLE);
        int[] sample = IntStream.range(0, training.rows() / step)
                .map(place -> place * step)
                .toArray();
        double[] numbers = training.numbers();
        double[] truth = IntStream.of(sample).mapToDouble(row -> numbers[row]).toArray();
        var questions = new ArrayList<Question>();
        for (var name : columns) {
            for (var asked : asked(training.table().column(name), sample)) {
                questions.add(new Question(asked, telling(asked, sample, truth)));
            }
        }
        return questions.stream()
                .filter(question -> question.telling() > 0)
                .sorted(Comparator.comparingDouble(Question::telling).reversed())
                .limit(QUESTIONS)
                .map(Question::asked)
                .toArray(IntPredicate[]::new);
    }

    private static List<IntPredicate> asked(Column column, int[] sample) {
        if (column instanceof BooleanColumn marks) {
            return List.of(marks::at);
        }
        if (!column.type().numeric()) {
            return List.of();
        }
        double[] sorted =
                IntStream.of(sample).mapToDouble(column::number).sorted().toArray();
        return IntStream.of(1, 2, 3)
                .mapToDouble(quarter -> sorted[sorted.length * quarter / 4])
                .mapToObj(limit -> (IntPredicate) row -> column.number(row) > limit)
                .toList();
    }

    /** The square of the correlation between the answers to a question and the truth; 0 where either is constant. */
    private static double telling(IntPredicate asked, int[] sample, double[] truth) {
        double yes = 0;
        double sum = 0;
        double squares = 0;
        double together = 0;
        for (int i = 0; i < sample.length; i++) {
            sum += truth[i];
            squares += truth[i] * truth[i];
            if (asked.test(sample[i])) {
                yes++;
                together += truth[i];
            }
        }
        double n = sample.length;
        double spread = (squares - sum * sum / n) * (yes - yes * yes / n);
        double joint = together - sum * yes / n;
        return spread > 0 ? joint * joint / spread : 0;
    }
}
