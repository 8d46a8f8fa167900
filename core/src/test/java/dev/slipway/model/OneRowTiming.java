package dev.slipway.model;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.slipway.table.Column;
import dev.slipway.table.IntegerColumn;
import dev.slipway.table.Missing;
import dev.slipway.table.NumberColumn;
import dev.slipway.table.Table;
import dev.slipway.table.TextColumn;
import dev.slipway.transform.Impute;
import dev.slipway.transform.OneHot;
import dev.slipway.transform.Transformer;
import dev.slipway.tree.XgboostTrees;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * No test: microseconds for one prediction of one row. Twelve columns, imputed and one-hot encoded to 64, and 300 trees of
 * depth 6. Start {@code main} with the test class path.
 */
final class OneRowTiming {
    private static final int ROWS = 2_000;
    private static final int FEATURES = 64;
    private static final int INNER = 63;
    private static final int NODES = 127;

    private OneRowTiming() {}

    public static void main(String[] arguments) {
        var random = new Random(1);
        var table = table(random);
        var trees = XgboostTrees.read(json(300, random).getBytes(UTF_8));
        List<Transformer<?>> steps = List.of(
                new Impute(List.of("n0", "n1", "n2", "n3", "n4", "n5"), new Impute.Fill.Median(), false),
                new OneHot(List.of("w0", "w1", "w2", "w3")));
        var pipeline = new Pipeline(steps, training -> new TreeModel(Matrix.numericColumns(training.table()), trees))
                .fit(Training.of(table, new Target.Classes("y", List.of("0", "1")), new int[ROWS]));
        var rows = IntStream.range(0, ROWS)
                .mapToObj(row -> table.slice(row, row + 1))
                .toList();
        double sum = 0;
        for (int round = 0; round < 8; round++) {
            long started = System.nanoTime();
            for (int again = 0; again < 20; again++) {
                for (var row : rows) {
                    sum += pipeline.predict(row).probability(0, 1);
                }
            }
            System.out.printf("%.2f us a row%n", (System.nanoTime() - started) / 1e3 / 20 / ROWS);
        }
        System.out.println("(sum of the answers: " + sum + ")");
    }

    private static Table table(Random random) {
        var columns = new ArrayList<Column>();
        for (int i = 0; i < 6; i++) {
            var missing = Missing.where(ROWS, row -> random.nextInt(8) == 0);
            columns.add(NumberColumn.of(
                    "n" + i, missing, random.doubles(ROWS, 0, 80).toArray()));
        }
        columns.add(IntegerColumn.of("i0", random.longs(ROWS, 0, 9).toArray()));
        columns.add(IntegerColumn.of("i1", random.longs(ROWS, 0, 2).toArray()));
        for (int i = 0; i < 4; i++) {
            columns.add(TextColumn.of(
                    "w" + i,
                    random.ints(ROWS, 0, 14).mapToObj(word -> "word " + word).toArray(String[]::new)));
        }
        return Table.of(columns.toArray(Column[]::new));
    }

    /** Full trees of random splits. */
    private static String json(int count, Random random) {
        var trees = IntStream.range(0, count).mapToObj(i -> tree(random)).collect(Collectors.joining(","));
        return """
                {"learner": {"gradient_booster": {"name": "gbtree", "model": {
                  "gbtree_model_param": {"num_parallel_tree": "1", "num_trees": "%d"}, "tree_info": %s, "trees": [%s]}},
                 "learner_model_param": {"base_score": "5E-1", "num_class": "0", "num_feature": "%d"},
                 "objective": {"name": "binary:logistic"}}, "version": [1, 7, 4]}
                """.formatted(count, Collections.nCopies(count, 0), trees, FEATURES);
    }

    private static String tree(Random random) {
        var left = IntStream.range(0, NODES).mapToObj(node -> node < INNER ? 2 * node + 1 : -1);
        var right = IntStream.range(0, NODES).mapToObj(node -> node < INNER ? 2 * node + 2 : -1);
        var features = IntStream.range(0, NODES)
                .mapToObj(node -> node < INNER ? random.nextInt(FEATURES) : 0)
                .toList();
        var conditions = IntStream.range(0, NODES)
                .mapToObj(node -> node >= INNER
                        ? random.nextDouble() / 10 - 0.05
                        : features.get(node) < 8 ? random.nextDouble() * 80 : 0.5)
                .toList();
        return """
                {"left_children": %s, "right_children": %s, "split_indices": %s, "split_conditions": %s, "default_left": %s,
                 "tree_param": {"num_nodes": "127", "num_deleted": "0", "size_leaf_vector": "1"}}
                """.formatted(left.toList(), right.toList(), features, conditions, Collections.nCopies(NODES, 1));
    }
}
