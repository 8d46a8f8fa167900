package dev.slipway.metric;

import dev.slipway.statistic.ExactSum;
import java.util.List;
import java.util.function.Function;
import java.util.function.IntPredicate;
import java.util.function.IntToDoubleFunction;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

/**
 * What was true and what was answered, row by row: a class against the probabilities of all classes, or a number against a
 * number. Each row may weigh more or less than one. Immutable, thread-safe; two are never equal.
 */
public final class Answers {
    private final int classes;
    private final double[] truth;
    private final double[] answered;
    private final double[] weights;
    private final double threshold;

    private Answers(int classes, double[] truth, double[] answered, double[] weights, double threshold) {
        this.classes = classes;
        this.truth = truth;
        this.answered = answered;
        this.weights = weights;
        this.threshold = threshold;
    }

    /**
     * Answers to "which class?".
     *
     * @param classes how many there are, at least two
     * @param truth the class a row, from 0
     * @param probabilities row by row, in each row class by class, each from 0 to 1
     */
    public static Answers ofClasses(int classes, int[] truth, double[] probabilities) {
        if (classes < 2 || (long) truth.length * classes != probabilities.length) {
            throw new IllegalArgumentException(
                    "%d classes, %d truths, %d probabilities".formatted(classes, truth.length, probabilities.length));
        }
        for (int row = 0; row < truth.length; row++) {
            refuse(truth[row] < 0 || truth[row] >= classes, row, "truth " + truth[row]);
        }
        for (int cell = 0; cell < probabilities.length; cell++) {
            double probability = probabilities[cell];
            refuse(!(probability >= 0 && probability <= 1), cell / classes, "probability " + probability);
        }
        double[] labels = IntStream.of(truth).asDoubleStream().toArray();
        return new Answers(classes, labels, probabilities.clone(), new double[0], 0.5);
    }

    /**
     * Answers to "yes or no?".
     *
     * @param truth 0 or 1 a row
     * @param positive the probability of 1, a row
     */
    public static Answers ofBinary(int[] truth, double[] positive) {
        var probabilities = new double[2 * positive.length];
        for (int row = 0; row < positive.length; row++) {
            probabilities[2 * row] = 1 - positive[row];
            probabilities[2 * row + 1] = positive[row];
        }
        return ofClasses(2, truth, probabilities);
    }

    /** Answers to "how much?": no NaN on either side. */
    public static Answers ofNumbers(double[] truth, double[] answered) {
        if (truth.length != answered.length) {
            throw new IllegalArgumentException(truth.length + " truths, " + answered.length + " answers");
        }
        for (int row = 0; row < truth.length; row++) {
            refuse(Double.isNaN(truth[row] + answered[row]), row, truth[row] + " answered by " + answered[row]);
        }
        return new Answers(1, truth.clone(), answered.clone(), new double[0], 0.5);
    }

    private static void refuse(boolean wrong, int row, String what) {
        if (wrong) {
            throw new IllegalArgumentException("row %d: %s".formatted(row + 1, what));
        }
    }

    /** The same answers where each row counts as many times as its weight says: a finite number, 0 or above, a row. */
    public Answers weighted(double... weights) {
        if (weights.length != truth.length) {
            throw new IllegalArgumentException(truth.length + " rows, " + weights.length + " weights");
        }
        for (int row = 0; row < weights.length; row++) {
            refuse(!(weights[row] >= 0 && weights[row] < Double.POSITIVE_INFINITY), row, "weight " + weights[row]);
        }
        return new Answers(classes, truth, answered, weights.clone(), threshold);
    }

    /** These rows, in this order; a row may be named twice. */
    public Answers rows(int... rows) {
        var kept = new double[rows.length * classes];
        for (int i = 0; i < rows.length; i++) {
            System.arraycopy(answered, rows[i] * classes, kept, i * classes, classes);
        }
        double[] heavy = isWeighted() ? at(weights, rows) : weights;
        return new Answers(classes, at(truth, rows), kept, heavy, threshold);
    }

    /** All answers of several, one behind the other; at least one, all of the same number of classes. */
    public static Answers concat(List<Answers> parts) {
        var first = parts.get(0);
        if (parts.stream().anyMatch(part -> part.classes != first.classes)) {
            throw new IllegalArgumentException("answers of different numbers of classes");
        }
        boolean weighted = parts.stream().anyMatch(Answers::isWeighted);
        return new Answers(
                first.classes,
                joined(parts, part -> part.truth),
                joined(parts, part -> part.answered),
                weighted ? joined(parts, Answers::weights) : new double[0],
                first.threshold);
    }

    private static double[] joined(List<Answers> parts, Function<Answers, double[]> values) {
        return parts.stream().map(values).flatMapToDouble(DoubleStream::of).toArray();
    }

    private static double[] weights(Answers part) {
        return IntStream.range(0, part.rows()).mapToDouble(part::weight).toArray();
    }

    private static double[] at(double[] values, int... rows) {
        return IntStream.of(rows).mapToDouble(row -> values[row]).toArray();
    }

    /** The same answers where, of two classes, the second is answered at this probability and above. */
    public Answers at(double threshold) {
        return new Answers(classes, truth, answered, weights, threshold);
    }

    public int rows() {
        return truth.length;
    }

    /** How many classes there are to choose from; 1 where numbers are answered. */
    public int classes() {
        return classes;
    }

    /** The least probability of the second of two classes at which it is answered. */
    public double threshold() {
        return threshold;
    }

    public boolean isWeighted() {
        return weights.length > 0;
    }

    public double weight(int row) {
        return isWeighted() ? weights[row] : 1;
    }

    /** The true class of a row. */
    public int label(int row) {
        return (int) truth[row];
    }

    /** The true number of a row. */
    public double truth(int row) {
        return truth[row];
    }

    /** The number answered for a row, or of classes the probability of the last: with two, of the positive one. */
    public double answer(int row) {
        return answered[row * classes + classes - 1];
    }

    public double probability(int row, int label) {
        return answered[row * classes + label];
    }

    /** The class answered: of two by the threshold, of more the likeliest, the first of equals. */
    public int chosen(int row) {
        if (classes == 2) {
            return answer(row) >= threshold ? 1 : 0;
        }
        int best = 0;
        for (int label = 1; label < classes; label++) {
            best = probability(row, label) > probability(row, best) ? label : best;
        }
        return best;
    }

    /** The sum of all weights: the number of rows where they weigh the same. */
    public double weight() {
        return isWeighted() ? ExactSum.of(weights).value() : rows();
    }

    /** The weighted mean of a figure of each row, the same bits for any order of the rows; NaN without weight. */
    double mean(IntToDoubleFunction figure) {
        return total(figure) / weight();
    }

    /** The weighted sum of a figure of each row, rounded once. */
    double total(IntToDoubleFunction figure) {
        return isWeighted()
                ? ExactSum.of(rows(), row -> weights[row] * figure.applyAsDouble(row))
                        .value()
                : ExactSum.of(rows(), figure).value();
    }

    /** Whether this holds for a row, for any of them. */
    boolean any(IntPredicate holds) {
        return IntStream.range(0, rows()).anyMatch(holds);
    }
}
