package dev.slipway.metric;

import java.util.Arrays;
import java.util.OptionalDouble;

/** Metrics of a yes-or-no question: truth 0 or 1 against the probability of 1. No rows, no value. */
public enum BinaryMetric implements Metric {
    /** Share of rows answered rightly when a probability of at least one half means yes. */
    ACCURACY("accuracy", true) {
        @Override
        double measure(int[] truth, double[] probability) {
            int right = 0;
            for (int row = 0; row < truth.length; row++) {
                int answer = probability[row] >= 0.5 ? 1 : 0;
                right += answer == truth[row] ? 1 : 0;
            }
            return (double) right / truth.length;
        }
    },

    /** Chance that a random positive row scores above a random negative one, ties counting half; undefined with one class. */
    ROC_AUC("roc_auc", true) {
        @Override
        double measure(int[] truth, double[] probability) {
            double[] positives = scoresOf(1, truth, probability);
            double[] negatives = scoresOf(0, truth, probability);
            // Whole half-pairs in a long: exact, so the order of rows cannot be seen.
            long halfPairs = 0;
            int below = 0;
            int notAbove = 0;
            for (double positive : positives) {
                while (below < negatives.length && negatives[below] < positive) {
                    below++;
                }
                while (notAbove < negatives.length && negatives[notAbove] <= positive) {
                    notAbove++;
                }
                halfPairs += below + notAbove;
            }
            return halfPairs / 2.0 / positives.length / negatives.length;
        }
    },

    /** Mean of -ln(probability given to what happened), probabilities kept 2.2e-16 away from 0 and 1 as scikit-learn does. */
    LOG_LOSS("log_loss", false) {
        @Override
        double measure(int[] truth, double[] probability) {
            double sum = 0;
            for (int row = 0; row < truth.length; row++) {
                double kept = Math.min(Math.max(probability[row], CLIP), 1 - CLIP);
                sum -= truth[row] == 1 ? StrictMath.log(kept) : StrictMath.log1p(-kept);
            }
            return sum / truth.length;
        }
    };

    /** The distance from 1.0 to the next double: scikit-learn's eps. */
    private static final double CLIP = Math.ulp(1.0);

    private final String id;
    private final boolean higherIsBetter;

    BinaryMetric(String id, boolean higherIsBetter) {
        this.id = id;
        this.higherIsBetter = higherIsBetter;
    }

    abstract double measure(int[] truth, double[] probability);

    @Override
    public String id() {
        return id;
    }

    @Override
    public boolean higherIsBetter() {
        return higherIsBetter;
    }

    /**
     * The value for these rows, absent where it has no meaning: no rows, or one class only where the metric compares two.
     *
     * @param truth 0 or 1 a row
     * @param probability of 1, a row
     */
    public OptionalDouble of(int[] truth, double[] probability) {
        int positives = positives(truth, probability);
        boolean oneClass = positives == 0 || positives == truth.length;
        return truth.length == 0 || (oneClass && this == ROC_AUC)
                ? OptionalDouble.empty()
                : OptionalDouble.of(measure(truth, probability));
    }

    private static int positives(int[] truth, double[] probability) {
        if (truth.length != probability.length) {
            throw new IllegalArgumentException(truth.length + " truths, " + probability.length + " probabilities");
        }
        int positives = 0;
        for (int row = 0; row < truth.length; row++) {
            if ((truth[row] | 1) != 1 || !(probability[row] >= 0 && probability[row] <= 1)) {
                throw new IllegalArgumentException(
                        "row %d: truth %d, probability %s".formatted(row + 1, truth[row], probability[row]));
            }
            positives += truth[row];
        }
        return positives;
    }

    private static double[] scoresOf(int wanted, int[] truth, double[] probability) {
        var scores = new double[truth.length];
        int count = 0;
        for (int row = 0; row < truth.length; row++) {
            if (truth[row] == wanted) {
                scores[count++] = probability[row];
            }
        }
        double[] sorted = Arrays.copyOf(scores, count);
        Arrays.sort(sorted);
        return sorted;
    }
}
