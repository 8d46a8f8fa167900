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
}
