package dev.slipway.metric;

import java.io.Serializable;
import java.util.OptionalDouble;
import java.util.function.ToDoubleFunction;

/** How a metric comes of answers that have rows and weight; NaN where it has no meaning. */
interface Formula extends ToDoubleFunction<Answers>, Serializable {
    /** What a confusion of the classes says. */
    static Formula confusion(ToDoubleFunction<Confusion> figure) {
        return answers -> figure.applyAsDouble(Confusion.of(answers));
    }

    default OptionalDouble of(Answers answers) {
        double value = answers.weight() > 0 ? applyAsDouble(answers) : Double.NaN;
        return Double.isNaN(value) ? OptionalDouble.empty() : OptionalDouble.of(value);
    }

    /** Mean of -ln(probability given to what happened), probabilities kept 2.2e-16 away from 0 and 1 as scikit-learn does. */
    static double logLoss(Answers answers) {
        return answers.mean(row -> {
            double whole = 0;
            for (int label = 0; label < answers.classes(); label++) {
                whole += kept(answers.probability(row, label));
            }
            return StrictMath.log(whole) - StrictMath.log(kept(answers.probability(row, answers.label(row))));
        });
    }

    private static double kept(double probability) {
        // The distance from 1.0 to the next double: scikit-learn's eps.
        double margin = Math.ulp(1.0);
        return Math.min(Math.max(probability, margin), 1 - margin);
    }
}
