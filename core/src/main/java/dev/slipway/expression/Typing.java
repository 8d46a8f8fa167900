package dev.slipway.expression;

import dev.slipway.problem.Nearest;
import dev.slipway.problem.Problem;
import dev.slipway.table.ColumnType;
import java.util.ArrayList;
import java.util.List;

/** Finds the type of every part before anything is evaluated, and every place where types do not fit. */
final class Typing {
    private final String source;
    private final Columns columns;
    private final List<Problem> problems = new ArrayList<>();

    Typing(String source, Columns columns) {
        this.source = source;
        this.columns = columns;
    }

    List<Problem> problems() {
        return problems;
    }

    Type of(Formula formula) {
        if (formula instanceof Formula.Constant constant) {
            return constant.type();
        }
        if (formula instanceof Formula.Reference reference) {
            return columns.type(reference.name())
                    .map(type -> of(reference, type))
                    .orElseGet(() -> unknown(reference));
        }
        return call((Formula.Call) formula);
    }

    private Type of(Formula.Reference reference, ColumnType type) {
        if (type != ColumnType.VECTOR) {
            return Type.of(type);
        }
        problems.add(new Problem(
                "EXPRESSION-TYPE",
                "'%s' is a vector: many numbers a row, made by a step".formatted(reference.name()),
                Lexer.where(source, reference.position()),
                "put derive before that step in 'features'"));
        return Type.NOTHING;
    }

    private Type unknown(Formula.Reference reference) {
        problems.add(new Problem(
                "EXPRESSION-NO-COLUMN",
                "there is no column '%s'%s"
                        .formatted(reference.name(), Nearest.hint(reference.name(), columns.names())),
                Lexer.where(source, reference.position()),
                "use one of: " + String.join(", ", columns.names())));
        return Type.NOTHING;
    }

    private Type call(Formula.Call call) {
        List<Type> types = call.arguments().stream().map(this::of).toList();
        return switch (call.operation()) {
            case OR, AND, NOT -> all(call, types, Type.BOOLEAN, Type.BOOLEAN);
            case EQUAL, UNEQUAL, LESS, AT_MOST, GREATER, AT_LEAST, IS_DISTINCT, IN, BETWEEN -> {
                joined(call, call.arguments(), types, true);
                yield Type.BOOLEAN;
            }
            case IS_NULL -> Type.BOOLEAN;
            case LIKE -> all(call, types, Type.TEXT, Type.BOOLEAN);
            case ADD, SUBTRACT, MULTIPLY, REMAINDER, MOD, NEGATE, ABS, FLOOR, CEIL -> numbers(call, types);
            case SIGN -> {
                numbers(call, types);
                yield Type.INTEGER;
            }
            case ROUND -> {
                Type rounded = numbers(call, types);
                if (types.size() > 1 && !types.get(1).fits(Type.INTEGER)) {
                    misfit(call.arguments().get(1), "a whole number of digits", types.get(1));
                }
                yield types.get(0) == Type.INTEGER ? Type.INTEGER : rounded.join(Type.NUMBER);
            }
            case DIVIDE, SQRT, LN, EXP, POWER -> {
                numbers(call, types);
                yield Type.NUMBER;
            }
            case CASE -> choice(call, types, 0);
            case CASE_OF -> choice(call, types, 1);
            case COALESCE, LEAST, GREATEST, NULLIF -> {
                Type joined = joined(call, call.arguments(), types, false);
                yield call.operation() == Operation.NULLIF ? types.get(0) : joined;
            }
            case LENGTH -> all(call, types, Type.TEXT, Type.INTEGER);
            case LOWER, UPPER, TRIM, CONCAT, REPLACE -> all(call, types, Type.TEXT, Type.TEXT);
            case INSTR -> all(call, types, Type.TEXT, Type.INTEGER);
            case STARTS_WITH, ENDS_WITH, CONTAINS -> all(call, types, Type.TEXT, Type.BOOLEAN);
            case LPAD -> {
                fit(call.arguments().get(0), types.get(0), Type.TEXT);
                fit(call.arguments().get(1), types.get(1), Type.INTEGER);
                fit(call.arguments().get(2), types.get(2), Type.TEXT);
                yield Type.TEXT;
            }
            case YEAR, MONTH, DAY, HOUR, MINUTE, SECOND, DAYOFWEEK -> all(call, types, Type.TIMESTAMP, Type.INTEGER);
            case DATE_TRUNC, DATE_DIFF -> {
                for (int i = 1; i < types.size(); i++) {
                    fit(call.arguments().get(i), types.get(i), Type.TIMESTAMP);
                }
                yield call.operation() == Operation.DATE_TRUNC ? Type.TIMESTAMP : Type.INTEGER;
            }
            case CAST_TIMESTAMP -> {
                if (!types.get(0).fits(Type.TEXT) && !types.get(0).fits(Type.TIMESTAMP)) {
                    misfit(call.arguments().get(0), "text or timestamp", types.get(0));
                }
                yield Type.TIMESTAMP;
            }
            case SUBSTR -> {
                fit(call.arguments().get(0), types.get(0), Type.TEXT);
                for (int i = 1; i < types.size(); i++) {
                    fit(call.arguments().get(i), types.get(i), Type.INTEGER);
                }
                yield Type.TEXT;
            }
            case CAST_TEXT -> Type.TEXT;
            case CAST_NUMBER, CAST_INTEGER, CAST_BOOLEAN -> {
                if (types.get(0) == Type.TIMESTAMP) {
                    misfit(call.arguments().get(0), "a number, text or boolean", Type.TIMESTAMP);
                }
                yield call.operation() == Operation.CAST_NUMBER
                        ? Type.NUMBER
                        : call.operation() == Operation.CAST_INTEGER ? Type.INTEGER : Type.BOOLEAN;
            }
        };
    }

    private Type all(Formula.Call call, List<Type> types, Type wanted, Type result) {
        for (int i = 0; i < types.size(); i++) {
            fit(call.arguments().get(i), types.get(i), wanted);
        }
        return result;
    }

    private void fit(Formula part, Type type, Type wanted) {
        if (!type.fits(wanted)) {
            misfit(part, wanted.label(), type);
        }
    }

    private Type numbers(Formula.Call call, List<Type> types) {
        Type joined = Type.NOTHING;
        for (int i = 0; i < types.size(); i++) {
            if (types.get(i).numeric()) {
                joined = joined.join(types.get(i));
            } else {
                misfit(call.arguments().get(i), "a number", types.get(i));
            }
        }
        return joined == Type.NOTHING ? Type.NUMBER : joined;
    }

    private Type choice(Formula.Call call, List<Type> types, int operands) {
        List<Formula> compared = new ArrayList<>(call.arguments().subList(0, operands));
        List<Type> comparedTypes = new ArrayList<>(types.subList(0, operands));
        List<Formula> results = new ArrayList<>();
        List<Type> resultTypes = new ArrayList<>();
        for (int i = operands; i < types.size(); i++) {
            boolean last = i == types.size() - 1;
            boolean condition = !last && (i - operands) % 2 == 0;
            (condition ? compared : results).add(call.arguments().get(i));
            (condition ? comparedTypes : resultTypes).add(types.get(i));
        }
        if (operands == 0) {
            for (int i = 0; i < compared.size(); i++) {
                fit(compared.get(i), comparedTypes.get(i), Type.BOOLEAN);
            }
        } else {
            joined(call, compared, comparedTypes, true);
        }
        return joined(call, results, resultTypes, false);
    }

    /** The one type of all parts; a constant text beside a timestamp is read as one. */
    private Type joined(Formula.Call call, List<Formula> parts, List<Type> types, boolean compared) {
        Type joined = compared && types.contains(Type.TIMESTAMP) ? Type.TIMESTAMP : Type.NOTHING;
        for (int i = 0; i < parts.size(); i++) {
            Type type = types.get(i);
            boolean moment = joined == Type.TIMESTAMP
                    && parts.get(i) instanceof Formula.Constant constant
                    && type == Type.TEXT
                    && Moment.micros(constant.text()).isPresent();
            if (joined.agrees(type)) {
                joined = joined.join(type);
            } else if (!moment) {
                problems.add(new Problem(
                        "EXPRESSION-TYPE",
                        "%s does not go with %s in %s".formatted(type.label(), joined.label(), name(call)),
                        Lexer.where(source, parts.get(i).position()),
                        "bring both to one type, for example CAST(… AS %s)".formatted(joined.label())));
            }
        }
        return joined;
    }

    private void misfit(Formula part, String wanted, Type found) {
        problems.add(new Problem(
                "EXPRESSION-TYPE",
                "expected %s, found %s".formatted(wanted, found.label()),
                Lexer.where(source, part.position()),
                "convert it, for example CAST(… AS %s)".formatted(castable(wanted))));
    }

    private static String castable(String wanted) {
        return List.of("text", "timestamp", "boolean", "integer").contains(wanted) ? wanted : "number";
    }

    private static String name(Formula.Call call) {
        String symbol = call.operation().symbol();
        return symbol.isEmpty() ? call.operation().name().replace("CASE_OF", "CASE") : "'" + symbol + "'";
    }
}
