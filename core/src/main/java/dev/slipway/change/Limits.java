package dev.slipway.change;

import dev.slipway.contract.ContractColumn;
import dev.slipway.contract.Range;
import dev.slipway.document.Json;
import dev.slipway.table.ColumnType;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.stream.Collectors;

/** Ranges and lists as they are compared, and as people read them. */
final class Limits {
    private static final int WORDS = 8;
    private static final double EXACT = 1e15;

    private Limits() {}

    /** The range that values of the column can notice: of whole numbers only whole ends. */
    static Range of(ContractColumn column) {
        var range = column.range();
        if (column.type() != ColumnType.INTEGER) {
            return range;
        }
        double min = Math.ceil(range.min()) + 0.0;
        double max = Math.floor(range.max()) + 0.0;
        return min <= max ? new Range(min, max) : range;
    }

    /** "[0, 120]"; an open end is "any". */
    static String shown(ContractColumn column, Range range) {
        return range.isOpen() ? "any" : "[%s, %s]".formatted(bound(column, range.min()), bound(column, range.max()));
    }

    private static String bound(ContractColumn column, double value) {
        if (Double.isInfinite(value)) {
            return "any";
        }
        return column.type() == ColumnType.TIMESTAMP
                ? Instant.EPOCH.plus((long) value, ChronoUnit.MICROS).toString()
                : number(value);
    }

    /** An open end is "any". */
    static String end(double value) {
        return Double.isInfinite(value) ? "any" : number(value);
    }

    /** Whole numbers without a point. */
    static String number(double value) {
        return value == Math.rint(value) && Math.abs(value) < EXACT ? Long.toString((long) value) : Json.number(value);
    }

    /** "'a', 'b'", and how many more there are. */
    static String words(List<String> words) {
        String first = words.stream().limit(WORDS).map(word -> "'" + word + "'").collect(Collectors.joining(", "));
        return words.size() <= WORDS ? first : "%s and %d more".formatted(first, words.size() - WORDS);
    }
}
