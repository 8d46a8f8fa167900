package dev.slipway.algorithm;

import dev.slipway.model.Target;
import dev.slipway.model.Training;
import dev.slipway.statistic.ExactSum;

/**
 * What boosted trees learn to answer. The base score is always explicit, so that nothing about the start of the sums is guessed
 * from the data and a scorer in another language finds the same bits.
 *
 * @param name XGBoost's name
 * @param classes how many margins a row, 0 where there is one only
 * @param baseScore where the sums start: a probability for yes or no, else a margin
 */
public record Objective(String name, int classes, float baseScore) {
    /** Yes or no; one half is margin zero. */
    public static final Objective BINARY = new Objective("binary:logistic", 0, 0.5f);

    /** What these rows are to teach. */
    static Objective of(Training training) {
        if (training.target() instanceof Target.Quantity) {
            double[] numbers = training.numbers();
            return number((float) ExactSum.of(numbers).dividedBy(numbers.length));
        }
        int classes = training.target().labels().size();
        return classes == 2 ? BINARY : classes(classes);
    }

    /** A number; the sums start at {@code mean}, best that of the training labels. */
    public static Objective number(float mean) {
        return new Objective("reg:squarederror", 0, mean);
    }

    /** One of several classes, labelled 0, 1, … */
    public static Objective classes(int count) {
        return new Objective("multi:softprob", count, 0.5f);
    }
}
