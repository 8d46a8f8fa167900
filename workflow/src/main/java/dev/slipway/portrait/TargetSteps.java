package dev.slipway.portrait;

import dev.slipway.association.Sample;
import dev.slipway.portrait.Together.Step;
import dev.slipway.profile.NumberText;
import dev.slipway.profile.TimestampText;
import dev.slipway.table.ColumnType;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.IntStream;

/**
 * How the target runs along the values of a column: in steps of about as many rows for numbers and times, of one value each for
 * words and for numbers of which there are few.
 */
final class TargetSteps {
    private static final int STEPS = 8;
    private static final int VALUES = 10;
    private static final int WORDS = 1_000;
    private static final Set<String> YES = Set.of("1", "true", "yes", "y", "t");

    private final Sample sample;
    private final String of;
    private final double[] outcomes;

    /** @param classes whether the target is a class, of which one word is looked at, or an amount */
    TargetSteps(Sample sample, String target, ColumnType kind, boolean classes) {
        this.sample = sample;
        int column = sample.column(target);
        outcomes = new double[sample.size()];
        if (classes) {
            var word = word(column);
            of = "share of '" + word + "'";
            Arrays.setAll(
                    outcomes,
                    row -> sample.isMissing(row, column)
                            ? Double.NaN
                            : sample.text(row, column).equals(word) ? 1 : 0);
        } else {
            of = "mean";
            Arrays.setAll(outcomes, row -> number(row, column, kind));
        }
    }

    /** Of two classes the one that means yes, else the rarer one; of more, the one that is there most often. */
    private String word(int column) {
        var counts = new TreeMap<String, Integer>();
        for (int row = 0; row < sample.size(); row++) {
            if (!sample.isMissing(row, column)) {
                counts.merge(sample.text(row, column), 1, Integer::sum);
            }
        }
        Comparator<Map.Entry<String, Integer>> order = Map.Entry.comparingByValue();
        if (counts.size() == 2) {
            return counts.keySet().stream()
                    .filter(word -> YES.contains(word.toLowerCase(Locale.ROOT)))
                    .findFirst()
                    .orElseGet(() -> counts.entrySet().stream()
                            .min(order)
                            .map(Map.Entry::getKey)
                            .orElse(""));
        }
        return counts.entrySet().stream().max(order).map(Map.Entry::getKey).orElse("");
    }

    /** What the steps say of the target: a share of a word, or a mean. */
    String of() {
        return of;
    }

    /** Rows without a target do not count; rows without a value of the column are a step of their own, the last. */
    List<Step> along(String name, ColumnType kind) {
        int column = sample.column(name);
        var steps = new ArrayList<>(
                kind.quantity() || kind == ColumnType.TIMESTAMP ? numbers(column, kind) : words(column));
        var missing = new Growing();
        for (int row = 0; row < sample.size(); row++) {
            if (sample.isMissing(row, column)) {
                missing.add(outcomes[row]);
            }
        }
        if (missing.rows > 0) {
            steps.add(missing.step("(no value)"));
        }
        return steps.size() < 2 ? List.of() : steps;
    }

    private List<Step> words(int column) {
        var found = new HashMap<String, Growing>();
        for (int row = 0; row < sample.size(); row++) {
            if (!sample.isMissing(row, column)) {
                found.computeIfAbsent(sample.text(row, column), word -> new Growing())
                        .add(outcomes[row]);
                if (found.size() > WORDS) {
                    return List.of();
                }
            }
        }
        var byRows = found.entrySet().stream()
                .filter(word -> word.getValue().rows > 0)
                .sorted(Comparator.comparingLong((Map.Entry<String, Growing> word) -> -word.getValue().rows)
                        .thenComparing(Map.Entry::getKey))
                .toList();
        long listed = byRows.stream()
                .limit(VALUES)
                .mapToLong(word -> word.getValue().rows)
                .sum();
        if (listed * VALUES < sample.size()) {
            return List.of(); // nearly every row has a word of its own
        }
        var steps = new ArrayList<Step>();
        byRows.stream().limit(VALUES).forEach(word -> steps.add(word.getValue().step(word.getKey())));
        steps.sort(Comparator.comparingDouble(Step::target).reversed());
        if (byRows.size() > VALUES) {
            var others = new Growing();
            byRows.stream().skip(VALUES).forEach(word -> others.add(word.getValue()));
            steps.add(others.step("(%d others)".formatted(byRows.size() - VALUES)));
        }
        return steps;
    }

    private List<Step> numbers(int column, ColumnType kind) {
        double[] values = new double[sample.size()];
        Arrays.setAll(values, row -> number(row, column, kind));
        var rows = IntStream.range(0, values.length)
                .filter(row -> !Double.isNaN(values[row]) && !Double.isNaN(outcomes[row]))
                .boxed()
                .sorted(Comparator.comparingDouble(row -> values[row]))
                .mapToInt(Integer::intValue)
                .toArray();
        boolean few = Arrays.stream(rows)
                        .mapToDouble(row -> values[row])
                        .distinct()
                        .limit(VALUES + 1L)
                        .count()
                <= VALUES;
        var steps = new ArrayList<Step>();
        for (int from = 0; from < rows.length; ) {
            int wanted = few ? from + 1 : (int) ((long) (steps.size() + 1) * rows.length / STEPS);
            int to = Math.max(from + 1, wanted);
            while (to < rows.length && values[rows[to]] == values[rows[to - 1]]) {
                to++; // equal values are never in two steps
            }
            var step = new Growing();
            for (int i = from; i < to; i++) {
                step.add(outcomes[rows[i]]);
            }
            var low = Figures.value(kind, values[rows[from]]);
            var high = Figures.value(kind, values[rows[to - 1]]);
            steps.add(step.step(low.equals(high) ? low : low + " to " + high));
            from = to;
        }
        return steps;
    }

    private double number(int row, int column, ColumnType kind) {
        if (sample.isMissing(row, column)) {
            return Double.NaN;
        }
        var text = sample.text(row, column);
        if (kind != ColumnType.TIMESTAMP) {
            return NumberText.number(text);
        }
        long micros = TimestampText.micros(text);
        return micros == TimestampText.NONE ? Double.NaN : (double) micros;
    }

    /** For one thread, in one method. */
    private static final class Growing {
        private long rows;
        private double sum;

        void add(double outcome) {
            if (!Double.isNaN(outcome)) {
                rows++;
                sum += outcome;
            }
        }

        void add(Growing other) {
            rows += other.rows;
            sum += other.sum;
        }

        Step step(String label) {
            return new Step(label, rows, sum / rows);
        }
    }
}
