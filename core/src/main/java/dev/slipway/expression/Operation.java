package dev.slipway.expression;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Everything a formula can do with values; a name that is not here is not in the language. */
enum Operation {
    OR,
    AND,
    NOT,
    EQUAL("="),
    UNEQUAL("<>"),
    LESS("<"),
    AT_MOST("<="),
    GREATER(">"),
    AT_LEAST(">="),
    IS_NULL,
    IS_DISTINCT,
    IN,
    BETWEEN,
    LIKE,
    ADD("+"),
    SUBTRACT("-"),
    MULTIPLY("*"),
    DIVIDE("/"),
    REMAINDER("%"),
    NEGATE,
    CASE,
    CASE_OF,
    CAST_NUMBER,
    CAST_INTEGER,
    CAST_TEXT,
    CAST_BOOLEAN,
    CAST_TIMESTAMP,
    COALESCE(1, 100),
    NULLIF(2, 2),
    ABS(1, 1),
    ROUND(1, 2),
    FLOOR(1, 1),
    CEIL(1, 1),
    SQRT(1, 1),
    LN(1, 1),
    EXP(1, 1),
    POWER(2, 2),
    MOD(2, 2),
    SIGN(1, 1),
    LEAST(1, 100),
    GREATEST(1, 100),
    LENGTH(1, 1),
    LOWER(1, 1),
    UPPER(1, 1),
    TRIM(1, 1),
    SUBSTR(2, 3),
    CONCAT(1, 100),
    REPLACE(3, 3),
    INSTR(2, 2),
    STARTS_WITH(2, 2),
    ENDS_WITH(2, 2),
    CONTAINS(2, 2),
    LPAD(3, 3),
    YEAR(1, 1),
    MONTH(1, 1),
    DAY(1, 1),
    HOUR(1, 1),
    MINUTE(1, 1),
    SECOND(1, 1),
    DAYOFWEEK(1, 1),
    DATE_TRUNC(2, 2),
    DATE_DIFF(3, 3);

    private final String symbol;
    private final int least;
    private final int most;

    Operation() {
        this("", 0, 0);
    }

    Operation(String symbol) {
        this(symbol, 0, 0);
    }

    Operation(int least, int most) {
        this("", least, most);
    }

    Operation(String symbol, int least, int most) {
        this.symbol = symbol;
        this.least = least;
        this.most = most;
    }

    String symbol() {
        return symbol;
    }

    /** Fewest arguments when written as a function. */
    int least() {
        return least;
    }

    /** Most arguments when written as a function; 0 for what is no function. */
    int most() {
        return most;
    }

    static Optional<Operation> function(String name) {
        String upper = name.toUpperCase(Locale.ROOT);
        return Arrays.stream(values())
                .filter(operation -> operation.most > 0 && operation.name().equals(upper))
                .findFirst();
    }

    static List<String> functions() {
        return Arrays.stream(values())
                .filter(operation -> operation.most > 0)
                .map(Operation::name)
                .toList();
    }
}
