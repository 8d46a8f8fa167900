package dev.slipway.algorithm;

import dev.slipway.problem.SlipwayException;
import java.util.stream.DoubleStream;

/** How much each row counts: shares that sum to one, and what they were before they did. Immutable but for its one array. */
public final class RowWeights {
    private final double total;
    private final double[] shares;

    private RowWeights(double total, double... shares) {
        this.total = total;
        this.shares = shares;
    }

    /** @throws SlipwayException where a weight is negative or not finite, or none is above zero */
    public static RowWeights of(double... weights) {
        for (double weight : weights) {
            if (!(weight >= 0 && weight <= Double.MAX_VALUE)) {
                throw refused("a row weight is %s, negative or not finite".formatted(weight));
            }
        }
        double total = DoubleStream.of(weights).sum();
        if (!(total > 0 && total <= Double.MAX_VALUE)) {
            throw refused("the weights of %d rows sum to %s".formatted(weights.length, total));
        }
        return new RowWeights(
                total, DoubleStream.of(weights).map(weight -> weight / total).toArray());
    }

    private static SlipwayException refused(String what) {
        return SlipwayException.refused(
                "TRAIN-WEIGHT", what, "the row weights", "make every weight zero or more, and at least one above zero");
    }

    public double total() {
        return total;
    }

    /** Not to be written to. */
    public double[] shares() {
        return shares;
    }

    /** Refuses labels of which only one has any weight. */
    public void refuseOneClass(int... labels) {
        int seen = -1;
        for (int row = 0; row < labels.length; row++) {
            if (shares[row] > 0) {
                if (seen >= 0 && seen != labels[row]) {
                    return;
                }
                seen = labels[row];
            }
        }
        throw SlipwayException.refused(
                "TRAIN-ONE-CLASS",
                "every training row has the same answer",
                "the target of the candidate",
                "bring rows of the other answer, or correct 'positive' under data");
    }
}
