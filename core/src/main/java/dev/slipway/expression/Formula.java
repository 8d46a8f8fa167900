package dev.slipway.expression;

import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** A parsed expression. Positions count characters from 1; {@link #sql()} reads back as the same formula. */
sealed interface Formula {
    int position();

    /** Canonical text: keywords in upper case, parentheses around everything that has parts. */
    String sql();

    /** A number, a text, a boolean or NULL; which of the parts counts is said by the type. */
    record Constant(Type type, double number, long whole, String text, int position) implements Formula {
        @Override
        public String sql() {
            return switch (type) {
                case NUMBER -> Double.toString(number);
                case INTEGER -> Long.toString(whole);
                case BOOLEAN -> whole == 1 ? "TRUE" : "FALSE";
                case TEXT -> "'" + text.replace("'", "''") + "'";
                case TIMESTAMP -> "TIMESTAMP '" + Moment.text(whole) + "'";
                case NOTHING -> "NULL";
            };
        }
    }

    /** A column by its name. */
    record Reference(String name, int position) implements Formula {
        @Override
        public String sql() {
            return "\"" + name.replace("\"", "\"\"") + "\"";
        }
    }

    /**
     * An operation on arguments. {@code CASE}: condition, result, …, else. {@code CASE_OF}: operand, value, result, …, else.
     * {@code AND}, {@code OR}: two or more.
     */
    record Call(Operation operation, List<Formula> arguments, int position) implements Formula {
        public Call {
            arguments = List.copyOf(arguments);
        }

        @Override
        public String sql() {
            List<String> parts = arguments.stream().map(Formula::sql).toList();
            return switch (operation) {
                case OR, AND -> String.join(" " + operation + " ", parts).transform(Call::enclosed);
                case NOT -> enclosed("NOT " + parts.get(0));
                case NEGATE -> enclosed("-(" + parts.get(0) + ")");
                case EQUAL, UNEQUAL, LESS, AT_MOST, GREATER, AT_LEAST, ADD, SUBTRACT, MULTIPLY, DIVIDE, REMAINDER ->
                    enclosed(parts.get(0) + " " + operation.symbol() + " " + parts.get(1));
                case IS_DISTINCT -> enclosed(parts.get(0) + " IS DISTINCT FROM " + parts.get(1));
                case IS_NULL -> enclosed(parts.get(0) + " IS NULL");
                case IN -> enclosed(parts.get(0) + " IN (" + String.join(", ", parts.subList(1, parts.size())) + ")");
                case BETWEEN -> enclosed(parts.get(0) + " BETWEEN " + parts.get(1) + " AND " + parts.get(2));
                case LIKE ->
                    enclosed(parts.get(0) + " LIKE " + parts.get(1)
                            + (parts.size() > 2 ? " ESCAPE " + parts.get(2) : ""));
                case CASE -> "CASE" + branches(parts);
                case CASE_OF -> "CASE " + parts.get(0) + branches(parts.subList(1, parts.size()));
                case CAST_NUMBER, CAST_INTEGER, CAST_TEXT, CAST_BOOLEAN, CAST_TIMESTAMP ->
                    "CAST(%s AS %s)"
                            .formatted(
                                    parts.get(0), operation.name().substring(5).toLowerCase(Locale.ROOT));
                case COALESCE,
                        NULLIF,
                        ABS,
                        ROUND,
                        FLOOR,
                        CEIL,
                        SQRT,
                        LN,
                        EXP,
                        POWER,
                        MOD,
                        SIGN,
                        LEAST,
                        GREATEST,
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
                        LPAD,
                        YEAR,
                        MONTH,
                        DAY,
                        HOUR,
                        MINUTE,
                        SECOND,
                        DAYOFWEEK,
                        DATE_TRUNC,
                        DATE_DIFF -> operation + parts.stream().collect(Collectors.joining(", ", "(", ")"));
            };
        }

        private static String enclosed(String text) {
            return "(" + text + ")";
        }

        private static String branches(List<String> parts) {
            var text = new StringBuilder();
            for (int i = 0; i + 1 < parts.size(); i += 2) {
                text.append(" WHEN ").append(parts.get(i)).append(" THEN ").append(parts.get(i + 1));
            }
            return text.append(" ELSE ")
                    .append(parts.get(parts.size() - 1))
                    .append(" END")
                    .toString();
        }
    }

    static Formula call(Operation operation, int position, Formula... arguments) {
        return new Call(operation, List.of(arguments), position);
    }

    static Formula nothing(int position) {
        return new Constant(Type.NOTHING, 0, 0, "", position);
    }

    /** What the formula is made of directly. */
    default List<Formula> parts() {
        return this instanceof Call call ? call.arguments() : Collections.emptyList();
    }
}
