package dev.slipway.expression;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;

/**
 * Arithmetic. Whole numbers stay whole and exact under + - * % and the roundings; a result beyond a long is missing. A
 * quotient is always a number. Division by zero and whatever is not finite is missing. StrictMath: every machine agrees.
 */
final class Arithmetic {
    private Arithmetic() {}

    static Values of(Operation operation, List<Values> parts) {
        Values left = parts.get(0);
        Values right = parts.get(parts.size() - 1);
        boolean allWhole = parts.stream().allMatch(part -> part.type == Type.INTEGER);
        boolean whole = switch (operation) {
            case SIGN -> true;
            case ROUND -> left.type == Type.INTEGER;
            default -> isWhole(operation) && allWhole;
        };
        var result = new Values(whole ? Type.INTEGER : Type.NUMBER, left.size());
        for (int row = 0; row < result.size(); row++) {
            if (left.missing[row] || right.missing[row]) {
                continue;
            }
            if (operation == Operation.SIGN) {
                result.set(row, (long)
                        (left.type == Type.NUMBER ? Math.signum(left.numbers[row]) : Long.signum(left.wholes[row])));
            } else if (operation == Operation.ROUND) {
                round(left, parts.size() > 1 ? right.wholes[row] : 0, row, result);
            } else if (whole) {
                whole(operation, left.wholes[row], right.wholes[row], row, result);
            } else {
                result.set(row, number(operation, left.number(row), right.number(row)));
            }
        }
        return result;
    }

    private static boolean isWhole(Operation operation) {
        return switch (operation) {
            case ADD, SUBTRACT, MULTIPLY, REMAINDER, MOD, NEGATE, ABS, FLOOR, CEIL -> true;
            default -> false;
        };
    }

    private static void whole(Operation operation, long a, long b, int row, Values result) {
        boolean undefined = (operation == Operation.REMAINDER || operation == Operation.MOD) && b == 0;
        if (undefined) {
            return;
        }
        try {
            result.set(
                    row,
                    switch (operation) {
                        case ADD -> Math.addExact(a, b);
                        case SUBTRACT -> Math.subtractExact(a, b);
                        case MULTIPLY -> Math.multiplyExact(a, b);
                        case REMAINDER, MOD -> a % b;
                        case NEGATE -> Math.negateExact(a);
                        case ABS -> Math.absExact(a);
                        default -> a;
                    });
        } catch (ArithmeticException beyondLong) {
            result.missing[row] = true;
        }
    }

    private static double number(Operation operation, double a, double b) {
        return switch (operation) {
            case ADD -> a + b;
            case SUBTRACT -> a - b;
            case MULTIPLY -> a * b;
            case DIVIDE -> a / b;
            case REMAINDER, MOD -> a % b;
            case NEGATE -> -a;
            case ABS -> Math.abs(a);
            case FLOOR -> Math.floor(a);
            case CEIL -> Math.ceil(a);
            case SQRT -> Math.sqrt(a);
            case LN -> StrictMath.log(a);
            case EXP -> StrictMath.exp(a);
            case POWER -> StrictMath.pow(a, b);
            default -> throw new IllegalArgumentException(operation + " is no arithmetic");
        };
    }

    /** Half away from zero, of the decimal that is written for the number: ROUND(2.675, 2) is 2.68. */
    private static void round(Values value, long digits, int row, Values result) {
        int scale = (int) Math.max(-400, Math.min(400, digits));
        if (value.type == Type.INTEGER) {
            var rounded = BigDecimal.valueOf(value.wholes[row]).setScale(Math.min(scale, 0), RoundingMode.HALF_UP);
            if (rounded.toBigInteger().bitLength() <= 63) {
                result.set(row, rounded.longValue());
            }
        } else if (Double.isFinite(value.number(row))) {
            result.set(
                    row,
                    BigDecimal.valueOf(value.number(row))
                            .setScale(scale, RoundingMode.HALF_UP)
                            .doubleValue());
        }
    }
}
