package dev.slipway.likeness;

import dev.slipway.likeness.Condition.Kind;
import dev.slipway.table.Column;
import dev.slipway.table.ColumnType;
import dev.slipway.table.Table;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;

/** The simple things that the rows of a table can have in common. */
final class Traits {
    /** The most frequent values of a column that are looked at. */
    private static final int MOST_VALUES = 30;

    /** Numbers with no more different values than this are looked at value by value. */
    private static final int FEW = 12;

    private static final int CUTS = 10;

    private final int smallest;
    private final int rows;
    private final Consumer<Trait> found;

    private Traits(int rows, int smallest, Consumer<Trait> found) {
        this.rows = rows;
        this.smallest = smallest;
        this.found = found;
    }

    /**
     * For every column: that the value is missing; for words, and numbers with few values, each of the frequent values; for
     * other numbers and for times, below and above each decile. Only what holds for enough rows, and not for all.
     */
    static void of(Table table, int smallest, Consumer<Trait> found) {
        var traits = new Traits(table.rows(), smallest, found);
        table.columns().forEach(traits::addAll);
    }

    private void addAll(Column column) {
        add(column, Kind.MISSING, "", column::isMissing);
        if (column.type() == ColumnType.VECTOR) {
            return;
        }
        var counts = new TreeMap<String, Integer>();
        for (int row = 0; row < rows; row++) {
            if (!column.isMissing(row)) {
                counts.merge(column.text(row), 1, Integer::sum);
            }
        }
        if (counts.size() <= FEW || !ordered(column)) {
            addValues(column, counts);
        } else {
            addCuts(column);
        }
    }

    private static boolean ordered(Column column) {
        return column.type().quantity() || column.type() == ColumnType.TIMESTAMP;
    }

    private void addValues(Column column, Map<String, Integer> counts) {
        counts.entrySet().stream()
                .sorted(Map.Entry.comparingByValue(Comparator.reverseOrder()))
                .limit(MOST_VALUES)
                .map(Map.Entry::getKey)
                .forEach(value -> add(
                        column,
                        Kind.IS,
                        value,
                        row -> !column.isMissing(row) && column.text(row).equals(value)));
    }

    private void addCuts(Column column) {
        var ordered = IntStream.range(0, rows)
                .filter(row -> !column.isMissing(row) && !Double.isNaN(Positions.of(column, row)))
                .boxed()
                .sorted(Comparator.comparingDouble(row -> Positions.of(column, row)))
                .toList();
        double before = Double.NaN;
        for (int cut = 1; cut < CUTS && !ordered.isEmpty(); cut++) {
            int at = ordered.get((ordered.size() - 1) * cut / CUTS);
            double limit = Positions.of(column, at);
            if (limit != before) {
                add(column, Kind.AT_MOST, column.text(at), row -> Positions.of(column, row) <= limit);
                add(column, Kind.ABOVE, column.text(at), row -> Positions.of(column, row) > limit);
            }
            before = limit;
        }
    }

    private void add(Column column, Kind kind, String value, IntPredicate holds) {
        var those = new BitSet(rows);
        IntStream.range(0, rows).filter(holds).forEach(those::set);
        int size = those.cardinality();
        if (size >= smallest && size < rows) {
            found.accept(new Trait(List.of(new Condition(column.name(), kind, value)), those));
        }
    }
}
