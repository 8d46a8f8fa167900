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
    LEAST(1, 100),
    GREATEST(1, 100),
    LENGTH(1, 1),
    LOWER(1, 1),
    UPPER(1, 1),
    TRIM(1, 1),
    SUBSTR(2, 3),
    CONCAT(1, 100);

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
