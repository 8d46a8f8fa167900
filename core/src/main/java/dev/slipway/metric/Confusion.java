package dev.slipway.metric;

import dev.slipway.statistic.ExactSum;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;

/**
 * How often each class was answered by each class, in rows or in their weights. Shares that would divide by nothing are 0, as
 * scikit-learn has them with {@code zero_division=0}. Immutable, thread-safe; two are never equal.
 */
public final class Confusion {
    private final int classes;
    /** Row by row: the true class; column by column: the answered one. */
    private final double[] cells;

    private Confusion(int classes, double[] cells) {
        this.classes = classes;
        this.cells = cells;
    }

    /** What was answered for what; of two classes by the threshold of the answers. */
    public static Confusion of(Answers answers) {
        int classes = answers.classes();
        if (classes < 2) {
            throw new IllegalArgumentException("numbers have no classes to confuse");
        }
        var counts = new int[classes * classes];
        var cellOfRow = new int[answers.rows()];
        for (int row = 0; row < cellOfRow.length; row++) {
            cellOfRow[row] = answers.label(row) * classes + answers.chosen(row);
            counts[cellOfRow[row]]++;
        }
        var cells = IntStream.of(counts).asDoubleStream().toArray();
        return new Confusion(classes, answers.isWeighted() ? weighed(answers, cellOfRow, counts) : cells);
    }

    /** The weight of each cell, rounded once, so that the order of rows cannot be seen. */
    private static double[] weighed(Answers answers, int[] cellOfRow, int... counts) {
        var weights = new double[counts.length][];
        for (int cell = 0; cell < counts.length; cell++) {
            weights[cell] = new double[counts[cell]];
        }
        var filled = new int[counts.length];
        for (int row = 0; row < cellOfRow.length; row++) {
            int cell = cellOfRow[row];
            weights[cell][filled[cell]++] = answers.weight(row);
        }
        return IntStream.range(0, counts.length)
                .mapToDouble(cell -> ExactSum.of(weights[cell]).value())
                .toArray();
    }

    public int classes() {
        return classes;
    }

    /** The rows, or their weight, of a class that were answered by a class. */
    public double count(int truth, int answered) {
        return cells[truth * classes + answered];
    }

    /** The rows, or their weight, of a class. */
    public double support(int label) {
        return sum(other -> count(label, other));
    }

    /** The rows, or their weight, that were answered by a class. */
    public double answered(int label) {
        return sum(other -> count(other, label));
    }

    public double total() {
        return sum(this::support);
    }

    private double sum(IntToDoubleFunction ofLabel) {
        return IntStream.range(0, classes).mapToDouble(ofLabel).sum();
    }

    public double accuracy() {
        return sum(label -> count(label, label)) / total();
    }

    /** Of the rows answered by this class, the share that is of it. */
    public double precision(int label) {
        return share(count(label, label), answered(label));
    }

    /** Of the rows of this class, the share answered by it. */
    public double recall(int label) {
        return share(count(label, label), support(label));
    }

    /** The harmonic mean of precision and recall, where recall counts {@code beta} times as much (van Rijsbergen 1979). */
    public double f(double beta, int label) {
        double squared = beta * beta;
        return share((1 + squared) * count(label, label), answered(label) + squared * support(label));
    }

    /** The rows both of this class and answered by it, as a share of those that are either. */
    public double jaccard(int label) {
        double both = count(label, label);
        return share(both, answered(label) + support(label) - both);
    }

    private static double share(double part, double whole) {
        return whole > 0 ? part / whole : 0;
    }

    /** The plain mean of a figure over all classes. */
    double macro(IntToDoubleFunction figure) {
        return sum(figure) / classes;
    }

    /** The mean of a figure over the classes, each by its true rows. */
    double bySupport(IntToDoubleFunction figure) {
        return sum(label -> support(label) * figure.applyAsDouble(label)) / total();
    }

    /** The mean recall of the classes that occur; NaN without rows. */
    public double balancedAccuracy() {
        long present =
                IntStream.range(0, classes).filter(label -> support(label) > 0).count();
        return sum(this::recall) / present;
    }

    /** Matthews' correlation of truth and answer, for any number of classes (Gorodkin 2004); 0 where one of both is constant. */
    public double mcc() {
        double total = total();
        double hits = sum(label -> count(label, label));
        double chance = sum(label -> support(label) * answered(label));
        double spreads = (total * total - sum(label -> answered(label) * answered(label)))
                * (total * total - sum(label -> support(label) * support(label)));
        return spreads > 0 ? (hits * total - chance) / Math.sqrt(spreads) : 0;
    }

    /** Agreement beyond chance (Cohen 1960); NaN where chance leaves no room. */
    public double kappa() {
        return agreement((truth, answered) -> truth == answered ? 0 : 1);
    }

    /** Agreement beyond chance where being far off, in the order of the classes, costs its square (Cohen 1968). */
    public double quadraticKappa() {
        return agreement((truth, answered) -> (truth - answered) * (truth - answered));
    }

    private double agreement(Cost cost) {
        double seen = 0;
        double chance = 0;
        for (int truth = 0; truth < classes; truth++) {
            for (int answer = 0; answer < classes; answer++) {
                seen += cost.of(truth, answer) * count(truth, answer);
                chance += cost.of(truth, answer) * (support(truth) * answered(answer) / total());
            }
        }
        return 1 - seen / chance;
    }

    private interface Cost {
        int of(int truth, int answered);
    }
}
