package dev.slipway.expression;

import java.util.ArrayList;
import java.util.List;

/** Operations whose answer is one of their arguments. LEAST and GREATEST pass over missing ones, as PostgreSQL's do. */
final class Choice {
    private Choice() {}

    static Values of(Operation operation, List<Values> parts) {
        List<Values> candidates = candidates(operation, parts);
        Type type = candidates.stream().map(part -> part.type).reduce(Type.NOTHING, Type::join);
        var result = new Values(type, parts.get(0).size());
        List<Values> conditions = conditions(operation, parts);
        for (int row = 0; row < result.size(); row++) {
            int chosen = chosen(operation, row, candidates, conditions);
            if (chosen >= 0) {
                result.copy(row, candidates.get(chosen));
            }
        }
        return result;
    }

    private static List<Values> candidates(Operation operation, List<Values> parts) {
        if (operation == Operation.NULLIF) {
            return parts.subList(0, 1);
        }
        if (operation != Operation.CASE && operation != Operation.CASE_OF) {
            return parts;
        }
        List<Values> results = new ArrayList<>();
        for (int i = operation == Operation.CASE ? 1 : 2; i < parts.size(); i += 2) {
            results.add(parts.get(i));
        }
        results.add(parts.get(parts.size() - 1));
        return results;
    }

    /** One boolean for each result of a CASE but the last. */
    private static List<Values> conditions(Operation operation, List<Values> parts) {
        List<Values> conditions = new ArrayList<>();
        if (operation == Operation.NULLIF) {
            conditions.add(Logic.comparison(Operation.EQUAL, parts));
        } else if (operation == Operation.CASE) {
            for (int i = 0; i + 1 < parts.size(); i += 2) {
                conditions.add(parts.get(i));
            }
        } else if (operation == Operation.CASE_OF) {
            for (int i = 1; i + 1 < parts.size(); i += 2) {
                conditions.add(Logic.comparison(Operation.EQUAL, List.of(parts.get(0), parts.get(i))));
            }
        }
        return conditions;
    }

    /** Index of the candidate this row takes; -1 for none. */
    private static int chosen(Operation operation, int row, List<Values> candidates, List<Values> conditions) {
        if (operation == Operation.NULLIF) {
            return conditions.get(0).isTrue(row) ? -1 : 0;
        }
        if (operation == Operation.CASE || operation == Operation.CASE_OF) {
            for (int i = 0; i < conditions.size(); i++) {
                if (conditions.get(i).isTrue(row)) {
                    return i;
                }
            }
            return candidates.size() - 1;
        }
        int best = -1;
        for (int i = 0; i < candidates.size(); i++) {
            if (candidates.get(i).missing[row]) {
                continue;
            }
            if (best < 0) {
                best = i;
            } else if (operation != Operation.COALESCE) {
                int order = candidates.get(i).compare(row, candidates.get(best));
                best = (operation == Operation.LEAST ? order < 0 : order > 0) ? i : best;
            }
        }
        return best;
    }
}
