package dev.slipway.association;

import dev.slipway.association.SampledColumn.Typed;
import dev.slipway.profile.NumberText;
import dev.slipway.profile.TimestampText;
import dev.slipway.profile.TruthText;
import dev.slipway.statistic.ExactSum;
import dev.slipway.table.CategoryColumn;
import dev.slipway.table.ColumnType;
import dev.slipway.table.TimestampColumn;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Set;
import java.util.function.IntToDoubleFunction;

/**
 * A column as the figures of this package see it: each row a code of its distinct value and, where values are numbers
 * (timestamps in microseconds, booleans 0 and 1), the number. Codes of numbers rise with the numbers; those of words are in
 * order of first appearance. What is not finite counts as missing.
 */
final class Feature {
    private final String name;
    private final ColumnType kind;
    private final double[] numbers;
    private final int[] codes;
    private final int distinct;
    private final int present;
    private final long unread;
    private final double mean;

    private Feature(String name, ColumnType kind, double[] numbers, int[] codes, int distinct, long unread) {
        this.name = name;
        this.kind = kind;
        this.numbers = numbers;
        this.codes = codes;
        this.distinct = distinct;
        this.unread = unread;
        this.mean = ExactSum.of(numbers.length, row -> Double.isNaN(numbers[row]) ? 0 : numbers[row])
                .dividedBy(numbers.length);
        this.present = (int) Arrays.stream(codes).filter(code -> code >= 0).count();
    }

    static Feature of(Sample sample, int column, Reading reading) {
        String name = sample.names().get(column);
        if (sample.size() == 0) {
            return new Feature(name, ColumnType.TEXT, new double[0], new int[0], 0, 0);
        }
        var kind = reading.kinds().getOrDefault(name, sample.type(column));
        var nulls = reading.nulls().getOrDefault(name, Set.of());
        var values = sample.values(column);
        if (kind.textual()) {
            return words(name, kind, values, nulls, sample.size());
        }
        var number = number(kind, values);
        double[] numbers = new double[sample.size()];
        long unread = 0;
        for (int row = 0; row < numbers.length; row++) {
            boolean there = !values.isMissing(row) && (nulls.isEmpty() || !nulls.contains(values.text(row)));
            double value = there ? number.applyAsDouble(row) + 0.0 : Double.NaN; // + 0.0: one zero
            numbers[row] = Double.isFinite(value) ? value : Double.NaN;
            if (there && Double.isNaN(numbers[row])) {
                unread++;
            }
        }
        return numbers(name, kind, numbers, unread);
    }

    private static Feature numbers(String name, ColumnType kind, double[] numbers, long unread) {
        double[] sorted = distinct(Fences.sorted(numbers));
        int[] codes = new int[numbers.length];
        Arrays.setAll(codes, row -> Double.isNaN(numbers[row]) ? -1 : Arrays.binarySearch(sorted, numbers[row]));
        return new Feature(name, kind, numbers, codes, sorted.length, unread);
    }

    private static double[] distinct(double... sorted) {
        int count = 0;
        for (int i = 0; i < sorted.length; i++) {
            if (count == 0 || sorted[i] != sorted[count - 1]) {
                sorted[count++] = sorted[i];
            }
        }
        return Arrays.copyOf(sorted, count);
    }

    private static Feature words(String name, ColumnType kind, SampledColumn values, Set<String> nulls, int rows) {
        var known = new HashMap<String, Integer>();
        int[] codes = new int[rows];
        int[] renamed = new int
                [values instanceof Typed typed && typed.column() instanceof CategoryColumn words
                        ? words.dictionary().size()
                        : 0];
        for (int row = 0; row < rows; row++) {
            int code = renamed.length > 0 ? ((CategoryColumn) ((Typed) values).column()).code(row) : -1;
            if (code >= 0 && renamed[code] != 0) {
                codes[row] = renamed[code] - 1;
                continue;
            }
            String text = values.isMissing(row) ? "" : values.text(row);
            if (text.isEmpty() || nulls.contains(text)) {
                codes[row] = -1;
                continue;
            }
            var first = known.putIfAbsent(text, known.size());
            codes[row] = first == null ? known.size() - 1 : first;
            if (code >= 0) {
                renamed[code] = codes[row] + 1;
            }
        }
        return new Feature(name, kind, new double[0], codes, known.size(), 0);
    }

    /** The number of a row that has a value; NaN where it cannot be read. */
    private static IntToDoubleFunction number(ColumnType kind, SampledColumn values) {
        if (values instanceof Typed typed) {
            var column = typed.column();
            if (column instanceof TimestampColumn times) {
                return times::at;
            }
            if (column.type().numeric()) {
                return column::number;
            }
        }
        if (kind == ColumnType.TIMESTAMP) {
            return row -> {
                long micros = TimestampText.micros(values.text(row));
                return micros == TimestampText.NONE ? Double.NaN : micros;
            };
        }
        if (kind == ColumnType.BOOLEAN) {
            return row -> {
                String text = values.text(row);
                return TruthText.isTrue(text) ? 1 : TruthText.isFalse(text) ? 0 : Double.NaN;
            };
        }
        return row -> NumberText.number(values.text(row));
    }

    String name() {
        return name;
    }

    ColumnType kind() {
        return kind;
    }

    boolean numeric() {
        return !kind.textual();
    }

    /** Where {@link #numeric()}; NaN where missing. */
    double[] numbers() {
        return numbers;
    }

    /** Of the numbers of a {@link #complete()} column; exact, then rounded. */
    double mean() {
        return mean;
    }

    /** -1 where missing. */
    int[] codes() {
        return codes;
    }

    int distinct() {
        return distinct;
    }

    int present() {
        return present;
    }

    boolean complete() {
        return present == codes.length;
    }

    boolean isMissing(int row) {
        return codes[row] < 0;
    }

    long unread() {
        return unread;
    }
}
