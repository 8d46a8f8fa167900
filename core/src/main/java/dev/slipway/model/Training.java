package dev.slipway.model;

import dev.slipway.metric.Answers;
import dev.slipway.table.CategoryColumn;
import dev.slipway.table.NumberColumn;
import dev.slipway.table.Table;
import dev.slipway.transform.Transformer;
import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * Rows to learn from, with the answer to each and how much it counts. Immutable; two trainings are the same only if they
 * are one object.
 */
public final class Training {
    private final Table table;
    private final Target target;
    private final double[] truth;
    private final double[] weights;

    /** @param weights one a row, or none where all rows count the same */
    private Training(Table table, Target target, double[] truth, double[] weights) {
        this.table = table;
        this.target = target;
        this.truth = truth;
        this.weights = weights;
    }

    /** A row for each label; a label is a place in the target's classes. */
    public static Training of(Table table, Target.Classes target, int... labels) {
        requireEach(table, labels.length, "labels");
        return new Training(table, target, IntStream.of(labels).asDoubleStream().toArray(), new double[0]);
    }

    /** A row for each number, in the unit of the target's column. */
    public static Training ofNumbers(Table table, Target.Quantity target, double... numbers) {
        requireEach(table, numbers.length, "numbers");
        return new Training(table, target, numbers.clone(), new double[0]);
    }

    /** Rows nobody knows the answer to. */
    public static Training unlabelled(Table table) {
        return new Training(table, new Target.Unlabelled(), new double[table.rows()], new double[0]);
    }

    private static void requireEach(Table table, int answers, String what) {
        if (table.rows() != answers) {
            throw new IllegalArgumentException("%d rows but %d %s".formatted(table.rows(), answers, what));
        }
    }

    /** The same rows, each counting as much as its weight: not negative, finite. */
    public Training weighted(double... weightOfRow) {
        requireEach(table, weightOfRow.length, "weights");
        return new Training(table, target, truth, weightOfRow.clone());
    }

    /** Other columns for the same rows. */
    public Training with(Table columns) {
        requireEach(columns, truth.length, "rows to replace");
        return new Training(columns, target, truth, weights);
    }

    /** These rows, in this order. */
    public Training rows(int... rows) {
        return new Training(
                table.rows(rows), target, picked(truth, rows), isWeighted() ? picked(weights, rows) : weights);
    }

    private static double[] picked(double[] values, int... rows) {
        return IntStream.of(rows).mapToDouble(row -> values[row]).toArray();
    }

    /**
     * The columns, and the answers as one more, for steps that learn from them: a quantity as it is, the positive one of two
     * classes as one and the other as zero, several classes as words.
     */
    public Table tableWithTarget() {
        return table.with(
                target.labels().size() > 2
                        ? CategoryColumn.of(Transformer.TARGET, target.labels(), labels())
                        : NumberColumn.of(Transformer.TARGET, truth.clone()));
    }

    public Table table() {
        return table;
    }

    public Target target() {
        return target;
    }

    /** The class of each row; all 0 where the target has none. A copy. */
    public int[] labels() {
        return target instanceof Target.Quantity
                ? new int[truth.length]
                : Arrays.stream(truth).mapToInt(label -> (int) label).toArray();
    }

    /** The answer of each row: a quantity, or the place of its class. A copy. */
    public double[] numbers() {
        return truth.clone();
    }

    /** Whether some rows count more than others. */
    public boolean isWeighted() {
        return weights.length > 0;
    }

    /** How much each row counts: 1 where nothing was said. A copy. */
    public double[] weights() {
        if (isWeighted()) {
            return weights.clone();
        }
        var ones = new double[truth.length];
        Arrays.fill(ones, 1);
        return ones;
    }

    public int rows() {
        return truth.length;
    }

    /** What was predicted of these rows beside what is true of them; of no row, where nothing is known to be true. */
    public Answers judge(Predictions predictions) {
        if (target instanceof Target.Unlabelled) {
            return Answers.ofNumbers(new double[0], new double[0]);
        }
        var answers = target instanceof Target.Quantity
                ? Answers.ofNumbers(truth, predictions.numbers())
                : Answers.ofClasses(predictions.classes(), labels(), predictions.probabilities());
        return isWeighted() ? answers.weighted(weights) : answers;
    }
}
