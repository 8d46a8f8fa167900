package dev.slipway.model;

/** What turns a margin, the raw sum of a model, into a probability. StrictMath, so that every machine gives the same bits. */
public final class Link {
    private Link() {}

    /** The logistic function, without overflow at either end. */
    public static double sigmoid(double margin) {
        if (margin >= 0) {
            return 1 / (1 + StrictMath.exp(-margin));
        }
        double odds = StrictMath.exp(margin);
        return odds / (1 + odds);
    }

    /** Replaces margins, one a class, by probabilities that add up to one; answers the logarithm of the sum of their powers. */
    public static double softmax(double[] margins, int offset, int classes) {
        double highest = Double.NEGATIVE_INFINITY;
        for (int label = 0; label < classes; label++) {
            highest = Math.max(highest, margins[offset + label]);
        }
        double sum = 0;
        for (int label = 0; label < classes; label++) {
            margins[offset + label] = StrictMath.exp(margins[offset + label] - highest);
            sum += margins[offset + label];
        }
        for (int label = 0; label < classes; label++) {
            margins[offset + label] /= sum;
        }
        return highest + StrictMath.log(sum);
    }
}
