package dev.slipway.expression;

import java.util.List;

/** Three-valued logic: true, false, and unknown where a missing value decides. */
final class Logic {
    private Logic() {}

    static Values of(Operation operation, List<Values> parts) {
        var first = parts.get(0);
        var result = new Values(Type.BOOLEAN, first.size());
        for (int row = 0; row < result.size(); row++) {
            if (operation == Operation.IS_NULL) {
                result.set(row, first.missing[row]);
            } else if (operation == Operation.NOT) {
                if (!first.missing[row]) {
                    result.set(row, first.wholes[row] == 0);
                }
            } else {
                chain(operation == Operation.OR, parts, row, result);
            }
        }
        return result;
    }

    /** One deciding value (true for OR, false for AND) is enough; else one unknown makes it unknown. */
    private static void chain(boolean deciding, List<Values> parts, int row, Values result) {
        boolean unknown = false;
        for (Values part : parts) {
            if (deciding ? part.isTrue(row) : part.isFalse(row)) {
                result.set(row, deciding);
                return;
            }
            unknown |= part.missing[row];
        }
        if (!unknown) {
            result.set(row, !deciding);
        }
    }

    static Values comparison(Operation operation, List<Values> given) {
        boolean moments = given.stream().anyMatch(part -> part.type == Type.TIMESTAMP);
        List<Values> parts = moments ? given.stream().map(Values::asMoments).toList() : given;
        var result = new Values(Type.BOOLEAN, parts.get(0).size());
        for (int row = 0; row < result.size(); row++) {
            if (operation == Operation.IN) {
                in(parts, row, result);
            } else if (operation == Operation.BETWEEN) {
                between(parts, row, result);
            } else if (operation == Operation.IS_DISTINCT) {
                result.set(row, distinct(parts.get(0), parts.get(1), row));
            } else if (!parts.get(0).missing[row] && !parts.get(1).missing[row]) {
                result.set(row, holds(operation, parts.get(0).compare(row, parts.get(1))));
            }
        }
        return result;
    }

    /** Two missing values are alike here. */
    private static boolean distinct(Values left, Values right, int row) {
        if (left.missing[row] || right.missing[row]) {
            return left.missing[row] != right.missing[row];
        }
        return left.compare(row, right) != 0;
    }

    private static boolean holds(Operation operation, int order) {
        return switch (operation) {
            case EQUAL -> order == 0;
            case UNEQUAL -> order != 0;
            case LESS -> order < 0;
            case AT_MOST -> order <= 0;
            case GREATER -> order > 0;
            default -> order >= 0;
        };
    }

    private static void in(List<Values> parts, int row, Values result) {
        Values wanted = parts.get(0);
        if (wanted.missing[row]) {
            return;
        }
        boolean unknown = false;
        for (Values part : parts.subList(1, parts.size())) {
            if (part.missing[row]) {
                unknown = true;
            } else if (wanted.compare(row, part) == 0) {
                result.set(row, true);
                return;
            }
        }
        if (!unknown) {
            result.set(row, false);
        }
    }

    /** As {@code low <= value AND value <= high}: one bound that is broken decides, whatever the other is. */
    private static void between(List<Values> parts, int row, Values result) {
        Values value = parts.get(0);
        if (value.missing[row]) {
            return;
        }
        Values low = parts.get(1);
        Values high = parts.get(2);
        boolean below = !low.missing[row] && value.compare(row, low) < 0;
        boolean above = !high.missing[row] && value.compare(row, high) > 0;
        if (below || above) {
            result.set(row, false);
        } else if (!low.missing[row] && !high.missing[row]) {
            result.set(row, true);
        }
    }
}
