package dev.slipway.model;

import dev.slipway.contract.Contract;
import dev.slipway.contract.ContractColumn;
import dev.slipway.contract.Extra;
import dev.slipway.contract.Role;
import dev.slipway.expression.Expression;
import dev.slipway.profile.Profile;
import dev.slipway.profile.Reference;
import dev.slipway.table.BooleanColumn;
import dev.slipway.table.CategoryColumn;
import dev.slipway.table.ColumnType;
import dev.slipway.table.IntegerColumn;
import dev.slipway.table.Missing;
import dev.slipway.table.NumberColumn;
import dev.slipway.table.Table;
import dev.slipway.table.TextColumn;
import dev.slipway.table.TimestampColumn;
import dev.slipway.transform.Derive;
import dev.slipway.transform.Impute;
import dev.slipway.transform.OneHot;
import dev.slipway.transform.Scale;
import dev.slipway.transform.Transformer;
import dev.slipway.tree.XgboostTrees;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.IntStream;

/** Bookings of a ferry with a column of every type, their contract, and a small model of each kind. */
final class Ferry {
    static final Target.Classes TARGET = new Target.Classes("upsell", List.of("no", "yes"));

    private static final int ROWS = 200;

    private static final List<Transformer<?>> STEPS = List.of(
            new Derive(List.of(
                    new Derive.Derivation("soon", "CASE WHEN booked IS NULL THEN 1 ELSE deck / 10 END"),
                    new Derive.Derivation("old", "age / 10"))),
            new Impute(List.of("age", "car"), new Impute.Fill.Median(), true),
            new OneHot(List.of("cabin", "port", "deck")),
            new Scale(List.of("age")));

    /** Two features; x0 < 0 ? (x1 < 1 ? -1 : 2) : .5, missing x0 right, missing x1 left. */
    static final String TREES = """
            {"learner": {"gradient_booster": {"name": "gbtree", "model": {
              "gbtree_model_param": {"num_parallel_tree": "1", "num_trees": "1"}, "tree_info": [0],
              "trees": [{"left_children": [1, 3, -1, -1, -1], "right_children": [2, 4, -1, -1, -1],
                "split_indices": [0, 1, 0, 0, 0], "split_conditions": [0, 1, 0.5, -1, 2],
                "default_left": [0, 1, 0, 0, 0], "split_type": [0, 0, 0, 0, 0],
                "tree_param": {"num_nodes": "5", "num_deleted": "0", "num_feature": "2", "size_leaf_vector": "1"}}]}},
              "learner_model_param": {"base_score": "5E-1", "num_class": "0", "num_feature": "2", "num_target": "1"},
              "objective": {"name": "binary:logistic"}}, "version": [1, 7, 4]}
            """;

    private Ferry() {}

    static Table bookings() {
        var random = new Random(5);
        var some = Missing.where(ROWS, row -> row % 6 == 1);
        return Table.of(
                IntegerColumn.of(
                        "id",
                        IntStream.range(0, ROWS)
                                .mapToLong(row -> Long.MAX_VALUE - row)
                                .toArray()),
                NumberColumn.of("age", some, random.doubles(ROWS, 0, 99).toArray()),
                IntegerColumn.of(
                        "deck",
                        random.ints(ROWS, 0, 3).mapToLong(drawn -> drawn * 5L).toArray()),
                BooleanColumn.of("car", some, flags(random)),
                TimestampColumn.of(
                        "booked",
                        random.longs(ROWS, 1_767_225_600_000_000L, 1_798_761_600_000_000L)
                                .toArray()),
                CategoryColumn.of(
                        "cabin",
                        List.of("inside", "outside"),
                        random.ints(ROWS, -1, 2).toArray()),
                TextColumn.of(
                        "port",
                        random.ints(ROWS, 0, 4)
                                .mapToObj(drawn -> "port " + drawn)
                                .toArray(String[]::new)),
                NumberColumn.of(
                        "rare",
                        Missing.where(ROWS, row -> row > 2),
                        IntStream.range(0, ROWS).mapToDouble(row -> 1900 + row).toArray()));
    }

    private static boolean[] flags(Random random) {
        var flags = new boolean[ROWS];
        for (int row = 0; row < ROWS; row++) {
            flags[row] = random.nextBoolean();
        }
        return flags;
    }

    static Contract contract() {
        return new Contract(
                "ferry",
                Extra.REFUSE,
                List.of(
                        ContractColumn.of("id", ColumnType.INTEGER)
                                .withRole(Role.KEY)
                                .withUnique(true),
                        ContractColumn.of("age", ColumnType.NUMBER)
                                .withRange(0, 99.5)
                                .withMissing(0.3),
                        ContractColumn.of("deck", ColumnType.INTEGER).withSet(List.of("0", "5", "10")),
                        ContractColumn.of("car", ColumnType.BOOLEAN).withMissing(0.3),
                        ContractColumn.of("booked", ColumnType.TIMESTAMP)
                                .withRange(1_767_225_600_000_000d, 1_798_761_600_000_000d),
                        ContractColumn.of("cabin", ColumnType.CATEGORY)
                                .withSet(List.of("inside", "outside"))
                                .withMissing(1),
                        ContractColumn.of("port", ColumnType.TEXT),
                        ContractColumn.of("rare", ColumnType.NUMBER).withRange(1900, 2100)));
    }

    static Reference reference() {
        return Reference.of(Profile.of(bookings()));
    }

    /** Learns nothing: it answers from whatever the last step made. */
    private static ServedModel served(List<Transformer<?>> steps, Estimator estimator) {
        var bookings = bookings();
        var fitted = new Pipeline(steps, estimator).fit(Training.of(bookings, TARGET, new int[ROWS]));
        var contract = contract().forServing(new LinkedHashSet<>(fitted.inputs()));
        var metrics = new TreeMap<String, Double>();
        metrics.put("roc_auc", 0.75);
        var card =
                new Card("ferry", "1234e567890123456789012345678901", "any", new TreeMap<>(), metrics, new TreeMap<>());
        return new ServedModel(contract, fitted, card);
    }

    static ServedModel constant() {
        return served(List.of(), training -> new ConstantModel(List.of(0.9, 0.1)));
    }

    static ServedModel rule() {
        var rule = "CASE WHEN car THEN age / 90 WHEN rare > 1950 THEN 0.3 WHEN id < 0 THEN 0.2 END";
        return served(List.of(), training -> new RuleModel(Expression.parse(rule), TARGET));
    }

    static ServedModel linear() {
        return served(STEPS, training -> {
            var columns = training.table().columns().stream()
                    .filter(column -> column.type().numeric()
                            && !column.name().equals("id")
                            && !column.name().equals("rare"))
                    .map(column -> column.name())
                    .toList();
            var weights = new Random(1).doubles(columns.size(), -1, 1).toArray();
            return new LinearModel(columns, Collections.nCopies(columns.size(), 0.0), new LinearFunction(0.1, weights));
        });
    }

    static ServedModel trees() {
        return served(
                STEPS,
                training -> new TreeModel(
                        List.of("age", "cabin=inside"), XgboostTrees.read(TREES.getBytes(StandardCharsets.UTF_8))));
    }
}
