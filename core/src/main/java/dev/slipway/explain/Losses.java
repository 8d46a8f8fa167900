package dev.slipway.explain;

import dev.slipway.metric.Answers;

/** How wrong each answer is. */
final class Losses {
    /** As the metrics do, so that an answer that was sure and wrong stays finite. */
    private static final double CLIP = Math.ulp(1.0);

    private Losses() {}

    /** The squared error of a number; of a class, minus the logarithm of the probability given to the true one. */
    static double[] of(Answers answers) {
        var losses = new double[answers.rows()];
        for (int row = 0; row < losses.length; row++) {
            losses[row] = answers.classes() == 1
                    ? (answers.answer(row) - answers.truth(row)) * (answers.answer(row) - answers.truth(row))
                    : -StrictMath.log(Math.max(answers.probability(row, answers.label(row)), CLIP));
        }
        return losses;
    }
}
