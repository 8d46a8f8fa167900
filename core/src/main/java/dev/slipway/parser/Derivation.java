package dev.slipway.parser;

import dev.slipway.expression.Columns;
import dev.slipway.expression.Expression;
import dev.slipway.problem.SlipwayException;
import dev.slipway.profile.NumberText;
import dev.slipway.profile.TimestampText;
import dev.slipway.table.Column;
import dev.slipway.table.ColumnType;
import dev.slipway.table.Misread;
import dev.slipway.table.Missing;
import dev.slipway.table.NumberColumn;
import dev.slipway.table.Table;
import dev.slipway.table.TextColumn;
import dev.slipway.table.TimestampColumn;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Derives columns from columns of text. What the cells must be is told by the expression that they stand in. */
final class Derivation {
    private static final int MOST_TRIES = 1 << 10;
    private static final List<ColumnType> MEANT = List.of(ColumnType.TEXT, ColumnType.NUMBER, ColumnType.TIMESTAMP);

    private final Table table;
    private final Map<Integer, List<Misread>> misread;

    /** A column, and the rows in which it could not be derived because something in them cannot be read. */
    record Derived(Column column, Map<Integer, Misread> misread) {}

    Derivation(Table table, Map<Integer, List<Misread>> misread) {
        this.table = table;
        this.misread = misread;
    }

    /** @throws SlipwayException where the expression fits the columns in no way */
    Derived derive(String name, Expression expression) {
        var failed = new TreeMap<Integer, Misread>();
        var typed = new ArrayList<Column>();
        types(expression).forEach((column, type) -> typed.add(typed(name, column, type, failed)));
        misread.forEach((row, cells) -> cells.stream()
                .filter(cell -> expression.columns().contains(cell.column()))
                .findFirst()
                .ifPresent(cell -> failed.put(row, new Misread(name, cell.value(), cell.reason()))));
        var values = typed.isEmpty()
                ? expression.evaluate(name, table)
                : expression.evaluate(name, Table.of(typed, table.origins()));
        return new Derived(text(values, failed), failed);
    }

    /** The simplest meaning of the text columns that fits: text before numbers before times, from the first column on. */
    private Map<String, ColumnType> types(Expression expression) {
        var types = new TreeMap<String, ColumnType>();
        expression
                .columns()
                .forEach(column -> types.put(column, table.column(column).type()));
        var open = types.keySet().stream()
                .filter(name -> types.get(name) == ColumnType.TEXT)
                .toList();
        int tries = (int) Math.min(MOST_TRIES, Math.pow(MEANT.size(), open.size()));
        for (int attempt = 0; attempt < tries; attempt++) {
            int rest = attempt;
            var meant = new HashMap<>(types);
            for (var column : open) {
                meant.put(column, MEANT.get(rest % MEANT.size()));
                rest /= MEANT.size();
            }
            if (fits(expression, meant)) {
                return meant;
            }
        }
        expression.type(Columns.of(types));
        return types;
    }

    private static boolean fits(Expression expression, Map<String, ColumnType> types) {
        try {
            expression.type(Columns.of(types));
            return true;
        } catch (SlipwayException misfit) {
            return false;
        }
    }

    private Column typed(String derived, String name, ColumnType type, Map<Integer, Misread> failed) {
        var column = table.column(name);
        if (column.type() != ColumnType.TEXT) {
            return column;
        }
        var empty = Missing.where(column.size(), row -> column.text(row).isEmpty());
        if (type == ColumnType.NUMBER) {
            double[] numbers = new double[column.size()];
            for (int row = 0; row < numbers.length; row++) {
                numbers[row] = NumberText.number(column.text(row));
                if (Double.isNaN(numbers[row]) && !empty.at(row)) {
                    failed.put(row, unusable(derived, name, column.text(row), "a number"));
                }
            }
            return NumberColumn.of(name, empty, numbers);
        }
        if (type == ColumnType.TIMESTAMP) {
            long[] micros = new long[column.size()];
            for (int row = 0; row < micros.length; row++) {
                micros[row] = TimestampText.micros(column.text(row));
                if (micros[row] == TimestampText.NONE && !empty.at(row)) {
                    failed.put(row, unusable(derived, name, column.text(row), "an ISO 8601 date or time"));
                }
            }
            return TimestampColumn.of(
                    name, Missing.where(micros.length, row -> micros[row] == TimestampText.NONE), micros);
        }
        var texts = new String[column.size()];
        for (int row = 0; row < texts.length; row++) {
            texts[row] = column.text(row);
        }
        return TextColumn.of(name, empty, texts);
    }

    private static Misread unusable(String derived, String name, String value, String wanted) {
        return new Misread(
                derived, value, "'%s' cannot be derived from it: '%s' is not %s".formatted(derived, name, wanted));
    }

    private static TextColumn text(Column values, Map<Integer, Misread> failed) {
        var texts = new String[values.size()];
        for (int row = 0; row < texts.length; row++) {
            var cell = failed.get(row);
            texts[row] = cell == null ? text(values, row) : cell.value();
        }
        return TextColumn.of(
                values.name(),
                Missing.where(texts.length, row -> values.isMissing(row) && !failed.containsKey(row)),
                texts);
    }

    private static String text(Column values, int row) {
        boolean number = values instanceof NumberColumn && !values.isMissing(row);
        return number ? NumberReading.canonical(BigDecimal.valueOf(values.number(row))) : values.text(row);
    }
}
