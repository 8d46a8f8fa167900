package dev.slipway.analysis;

import dev.slipway.table.Column;
import dev.slipway.table.ColumnType;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/**
 * The conditions that one column parts rows by, each an expression: its values where they are few, else quarters of its
 * numbers; and that it is missing. Each row keeps one of them at most.
 */
final class Conditions {
    /** Values of a column that are looked at: the most frequent. */
    private static final int MOST_VALUES = 30;

    private static final int PARTS = 4;
    private static final int FEW = 12;
    private static final Pattern PLAIN = Pattern.compile("[A-Za-z_][A-Za-z0-9_]*");

    private final String column;
    private final List<String> texts;
    private final int[] ofRow;

    private Conditions(String column, List<String> texts, int[] ofRow) {
        this.column = column;
        this.texts = List.copyOf(texts);
        this.ofRow = ofRow;
    }

    static Conditions of(Column column) {
        return column.type() == ColumnType.NUMBER || (column.type() == ColumnType.INTEGER && distinct(column) > FEW)
                ? ofNumbers(column)
                : ofValues(column);
    }

    /** Whether a column can part rows: vectors and times cannot, nor can what differs in nearly every row. */
    static boolean parts(Column column) {
        return switch (column.type()) {
            case VECTOR, TIMESTAMP -> false;
            case TEXT -> distinct(column) <= MOST_VALUES;
            case NUMBER, INTEGER, BOOLEAN, CATEGORY -> true;
        };
    }

    private static long distinct(Column column) {
        return IntStream.range(0, column.size())
                .mapToObj(column::text)
                .distinct()
                .count();
    }

    private static Conditions ofValues(Column column) {
        var counts = new TreeMap<String, Integer>();
        for (int row = 0; row < column.size(); row++) {
            if (!column.isMissing(row)) {
                counts.merge(column.text(row), 1, Integer::sum);
            }
        }
        var values = counts.keySet().stream()
                .sorted(Comparator.comparingInt(value -> -counts.getOrDefault(value, 0)))
                .limit(MOST_VALUES)
                .sorted()
                .toList();
        var places = new TreeMap<String, Integer>();
        values.forEach(value -> places.put(value, places.size()));
        int[] ofRow = IntStream.range(0, column.size())
                .map(row -> column.isMissing(row) ? values.size() : places.getOrDefault(column.text(row), -1))
                .toArray();
        var name = name(column);
        var texts = new ArrayList<>(values.stream()
                .map(value -> name + " = " + (column.type().textual() ? "'" + value.replace("'", "''") + "'" : value))
                .toList());
        texts.add(name + " IS NULL");
        return new Conditions(column.name(), texts, ofRow);
    }

    private static Conditions ofNumbers(Column column) {
        double[] rising = IntStream.range(0, column.size())
                .filter(row -> !column.isMissing(row))
                .mapToDouble(column::number)
                .filter(value -> !Double.isNaN(value))
                .sorted()
                .toArray();
        double[] edges = rising.length == 0
                ? new double[0]
                : IntStream.range(1, PARTS)
                        .mapToDouble(part -> rising[(int) ((long) part * rising.length / PARTS)])
                        .filter(edge -> edge > rising[0])
                        .distinct()
                        .toArray();
        int[] ofRow = IntStream.range(0, column.size())
                .map(row -> column.isMissing(row)
                        ? edges.length + 1
                        : (int) Arrays.stream(edges)
                                .filter(edge -> edge <= column.number(row))
                                .count())
                .toArray();
        var name = name(column);
        var texts = new ArrayList<String>();
        for (int part = 0; part <= edges.length; part++) {
            texts.add(range(name, edges, part));
        }
        texts.add(name + " IS NULL");
        return new Conditions(column.name(), texts, ofRow);
    }

    private static String range(String name, double[] edges, int part) {
        if (edges.length == 0) {
            return name + " IS NOT NULL";
        }
        var from = part == 0 ? "" : name + " >= " + number(edges[part - 1]);
        var to = part == edges.length ? "" : name + " < " + number(edges[part]);
        return from.isEmpty() || to.isEmpty() ? from + to : from + " AND " + to;
    }

    private static String number(double value) {
        return value == Math.rint(value) && Math.abs(value) < 1e15
                ? Long.toString((long) value)
                : Double.toString(value);
    }

    private static String name(Column column) {
        return PLAIN.matcher(column.name()).matches()
                ? column.name()
                : "\"" + column.name().replace("\"", "\"\"") + "\"";
    }

    String column() {
        return column;
    }

    int count() {
        return texts.size();
    }

    /** The expression that holds where rows keep this condition. */
    String text(int condition) {
        return texts.get(condition);
    }

    /** The condition a row keeps; below 0 for none. */
    int of(int row) {
        return ofRow[row];
    }
}
