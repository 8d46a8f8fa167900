package dev.slipway.analysis;

import dev.slipway.metric.Answers;
import dev.slipway.table.Table;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Rows that are alike in every column and differ in what is true of them. */
final class Contradictions {
    /** Rows beyond which nothing is looked for: each is kept as a text while they are compared. */
    private static final int MOST_ROWS = 200_000;

    private Contradictions() {}

    /**
     * What answering each group of rows that are alike in the one best way reaches: accuracy for classes, R2 for numbers; 1
     * where no rows contradict each other.
     */
    static double ceiling(Table features, Answers answers) {
        if (answers.rows() == 0 || answers.rows() > MOST_ROWS) {
            return 1;
        }
        var groups = new HashMap<String, List<Integer>>();
        for (int row = 0; row < answers.rows(); row++) {
            groups.computeIfAbsent(key(features, row), unseen -> new ArrayList<>())
                    .add(row);
        }
        return answers.classes() == 1 ? explained(groups, answers) : answered(groups, answers);
    }

    private static String key(Table features, int row) {
        return features.columns().stream()
                .filter(column -> column.places() == 1)
                .map(column -> column.isMissing(row) ? "\u0000" : column.text(row))
                .collect(Collectors.joining("\u0001"));
    }

    private static double answered(Map<String, List<Integer>> groups, Answers answers) {
        long right = 0;
        for (var rows : groups.values()) {
            var members = new int[answers.classes()];
            rows.forEach(row -> members[answers.label(row)]++);
            right += IntStream.of(members).max().orElse(0);
        }
        return (double) right / answers.rows();
    }

    private static double explained(Map<String, List<Integer>> groups, Answers answers) {
        double within = groups.values().stream()
                .sorted((left, right) -> Integer.compare(left.get(0), right.get(0)))
                .mapToDouble(rows -> squares(rows, answers))
                .sum();
        double whole = squares(IntStream.range(0, answers.rows()).boxed().toList(), answers);
        return whole > 0 ? 1 - within / whole : 1;
    }

    private static double squares(List<Integer> rows, Answers answers) {
        double mean = rows.stream().mapToDouble(answers::truth).sum() / rows.size();
        return rows.stream()
                .mapToDouble(row -> (answers.truth(row) - mean) * (answers.truth(row) - mean))
                .sum();
    }
}
