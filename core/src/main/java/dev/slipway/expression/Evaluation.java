package dev.slipway.expression;

import dev.slipway.table.Table;
import java.util.List;

/** Evaluates a formula that fits the table, a column at a time. Whatever has no answer in a row is missing there. */
final class Evaluation {
    private final Table table;

    Evaluation(Table table) {
        this.table = table;
    }

    Values of(Formula formula) {
        if (formula instanceof Formula.Constant constant) {
            return Values.of(constant, table.rows());
        }
        if (formula instanceof Formula.Reference reference) {
            return Values.of(table.column(reference.name()));
        }
        var call = (Formula.Call) formula;
        return call(call.operation(), call.arguments().stream().map(this::of).toList());
    }

    private static Values call(Operation operation, List<Values> parts) {
        return switch (operation) {
            case OR, AND, NOT, IS_NULL -> Logic.of(operation, parts);
            case EQUAL, UNEQUAL, LESS, AT_MOST, GREATER, AT_LEAST, IS_DISTINCT, IN, BETWEEN ->
                Logic.comparison(operation, parts);
            case CASE, CASE_OF, COALESCE, NULLIF, LEAST, GREATEST -> Choice.of(operation, parts);
            case ADD,
                    SUBTRACT,
                    MULTIPLY,
                    DIVIDE,
                    REMAINDER,
                    MOD,
                    SIGN,
                    NEGATE,
                    ABS,
                    ROUND,
                    FLOOR,
                    CEIL,
                    SQRT,
                    LN,
                    EXP,
                    POWER -> Arithmetic.of(operation, parts);
            case LIKE,
                    LENGTH,
                    LOWER,
                    UPPER,
                    TRIM,
                    SUBSTR,
                    CONCAT,
                    REPLACE,
                    INSTR,
                    STARTS_WITH,
                    ENDS_WITH,
                    CONTAINS,
                    LPAD -> Words.of(operation, parts);
            case YEAR, MONTH, DAY, HOUR, MINUTE, SECOND, DAYOFWEEK, DATE_TRUNC, DATE_DIFF -> Times.of(operation, parts);
            case CAST_NUMBER, CAST_INTEGER, CAST_TEXT, CAST_BOOLEAN, CAST_TIMESTAMP ->
                Conversion.of(operation, parts.get(0));
        };
    }
}
