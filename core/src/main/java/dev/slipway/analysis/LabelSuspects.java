package dev.slipway.analysis;

import dev.slipway.metric.Answers;
import dev.slipway.table.Origins;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Rows whose label is probably wrong, by confident learning (Northcutt, Jiang and Chuang 2021): a row counts as another class
 * where models that had not seen it give that class at least the probability they give, on average, to the rows so labelled.
 * Of each pair of classes the surest rows are named, as many as the counts say are wrong.
 *
 * @param rows how many were looked at
 * @param noise the estimated share of wrong labels
 * @param suspects the surest first
 */
public record LabelSuspects(int rows, double noise, List<Suspect> suspects) {
    public LabelSuspects {
        suspects = List.copyOf(suspects);
    }

    /**
     * A row whose label is in doubt.
     *
     * @param row its place among the rows of the table, from 0
     * @param source where it came from
     * @param record its number there, from 1
     * @param given the label it has
     * @param likely the label it probably should have
     * @param givenProbability what models that had not seen it say of the label it has
     * @param likelyProbability the same of the other
     * @param reason a sentence for people
     */
    public record Suspect(
            int row,
            String source,
            long record,
            String given,
            String likely,
            double givenProbability,
            double likelyProbability,
            String reason) {}

    /**
     * @param answers of models that had not seen the rows
     * @param labels the classes, in the order of the probabilities
     * @param origins of the rows that were answered, in their order
     */
    public static LabelSuspects of(Answers answers, List<String> labels, Origins origins) {
        if (answers.classes() != labels.size() || answers.rows() != origins.size()) {
            throw new IllegalArgumentException("%d classes, %d labels; %d rows, %d origins"
                    .formatted(answers.classes(), labels.size(), answers.rows(), origins.size()));
        }
        var joint = ConfidentJoint.of(answers);
        var suspects = IntStream.range(0, labels.size())
                .boxed()
                .flatMap(given -> IntStream.range(0, labels.size())
                        .boxed()
                        .flatMap(likely -> suspects(joint, answers, given, likely)))
                .sorted(Comparator.comparingDouble((int[] pair) -> -margin(answers, pair[0], pair[1]))
                        .thenComparingInt(pair -> pair[0]))
                .map(pair -> suspect(answers, labels, origins, pair[0], pair[1]))
                .toList();
        return new LabelSuspects(answers.rows(), joint.noise(), suspects);
    }

    /** Pairs of a row and the class it probably is of. */
    private static Stream<int[]> suspects(ConfidentJoint joint, Answers answers, int given, int likely) {
        if (given == likely) {
            return Stream.empty();
        }
        return IntStream.range(0, answers.rows())
                .filter(row -> answers.label(row) == given && joint.countedAs(row) == likely)
                .boxed()
                .sorted(Comparator.comparingDouble(row -> -margin(answers, row, likely)))
                .limit(Math.round(joint.wrong(given, likely)))
                .map(row -> new int[] {row, likely});
    }

    private static double margin(Answers answers, int row, int likely) {
        return answers.probability(row, likely) - answers.probability(row, answers.label(row));
    }

    private static Suspect suspect(Answers answers, List<String> labels, Origins origins, int row, int likely) {
        var given = labels.get(answers.label(row));
        double own = answers.probability(row, answers.label(row));
        double other = answers.probability(row, likely);
        var reason = String.format(
                Locale.ROOT,
                "labelled '%s', but models that had not seen it give '%s' %.3f and '%s' %.3f",
                given,
                labels.get(likely),
                other,
                given,
                own);
        return new Suspect(
                row, origins.source(row), origins.record(row), given, labels.get(likely), own, other, reason);
    }
}
