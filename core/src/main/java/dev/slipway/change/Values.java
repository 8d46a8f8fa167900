package dev.slipway.change;

import dev.slipway.contract.Contract;
import dev.slipway.contract.ContractColumn;
import dev.slipway.contract.Extra;
import dev.slipway.table.ColumnType;
import dev.slipway.table.Table;
import dev.slipway.table.TextColumn;
import java.util.List;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/** Asks a column of a contract about single values, by the same code that checks files. */
record Values(ContractColumn column) {
    /** Ranges of more whole numbers are taken to hold more than any set does. */
    private static final int MANY = 1_000;

    /** Uniqueness is about many rows, and what means a missing value is asked elsewhere. */
    static Values of(ContractColumn column) {
        return new Values(column.withUnique(false)
                .withNullTokens(List.of())
                .withMissing(1)
                .withRequired(true));
    }

    boolean allow(String value) {
        return new Contract("value", Extra.IGNORE, List.of(column))
                .examine(Table.of(TextColumn.of(column.name(), value)))
                .isGood();
    }

    /** Whether this column may have a value, of those its set allows, that the other may not. */
    boolean exceed(Values other) {
        if (column.set().isEmpty() && !enumerable()) {
            return !other.column.set().isEmpty();
        }
        return all().anyMatch(value -> allow(value) && !other.allow(value));
    }

    /** The same, tried on a few texts: true is true, false is not known. */
    boolean exceedByPlainTexts(Values other) {
        return Stream.of(
                        "x",
                        "X",
                        "0",
                        "12345",
                        "word",
                        "A1",
                        "-",
                        " ",
                        "a b",
                        "x".repeat(Math.max(1, column.length().min())))
                .anyMatch(value -> allow(value) && !other.allow(value));
    }

    private boolean enumerable() {
        var range = Limits.of(column);
        return column.type() == ColumnType.INTEGER && range.max() - range.min() <= MANY;
    }

    private Stream<String> all() {
        var range = Limits.of(column);
        return column.set().isEmpty()
                ? LongStream.rangeClosed((long) range.min(), (long) range.max()).mapToObj(Long::toString)
                : column.set().stream();
    }
}
