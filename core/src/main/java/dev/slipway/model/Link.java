package dev.slipway.model;

import dev.slipway.problem.Nearest;
import dev.slipway.problem.SlipwayException;
import java.util.Arrays;

/** What turns margins, the raw sums of a model, into answers. StrictMath, so that every machine gives the same bits. */
public enum Link {
    /** The margin is the answer. */
    IDENTITY("reg:squarederror") {
        @Override
        float marginOf(float baseScore) {
            return baseScore;
        }

        @Override
        public void apply(float[] margins, int offset, int groups) {}
    },

    /** One margin to the probability of yes. */
    LOGISTIC("binary:logistic") {
        @Override
        float marginOf(float baseScore) {
            return (float) -StrictMath.log(1.0f / baseScore - 1.0f);
        }

        @Override
        public void apply(float[] margins, int offset, int groups) {
            margins[offset] = (float) sigmoid(margins[offset]);
        }
    },

    /** One margin a class to probabilities that add up to one. */
    SOFTMAX("multi:softprob") {
        @Override
        float marginOf(float baseScore) {
            return baseScore;
        }

        @Override
        public void apply(float[] margins, int offset, int groups) {
            float highest = Float.NEGATIVE_INFINITY;
            for (int group = 0; group < groups; group++) {
                highest = Math.max(highest, margins[offset + group]);
            }
            // The rounding to float after each step is XGBoost's: without it the answers lie several units apart.
            double sum = 0;
            for (int group = 0; group < groups; group++) {
                margins[offset + group] = (float) StrictMath.exp(margins[offset + group] - highest);
                sum += margins[offset + group];
            }
            for (int group = 0; group < groups; group++) {
                margins[offset + group] /= (float) sum;
            }
        }
    };

    private final String objective;

    Link(String objective) {
        this.objective = objective;
    }

    /** The margin that stands for a base score, as XGBoost computes it. */
    abstract float marginOf(float baseScore);

    /** Replaces the margins of one row, one a group, by its answers. */
    public abstract void apply(float[] margins, int offset, int groups);

    /** XGBoost's name of the learning task whose answers this link gives. */
    public String objective() {
        return objective;
    }

    static Link ofObjective(String objective) {
        var known = Arrays.stream(values()).map(Link::objective).toList();
        return Arrays.stream(values())
                .filter(link -> link.objective.equals(objective))
                .findFirst()
                .orElseThrow(() -> SlipwayException.refused(
                        "MODEL-UNSUPPORTED",
                        "objective '%s' cannot be scored%s".formatted(objective, Nearest.hint(objective, known)),
                        "learner.objective.name of the XGBoost model",
                        "train with one of: " + String.join(", ", known)));
    }

    /** The logistic function, without overflow at either end. */
    public static double sigmoid(double margin) {
        if (margin >= 0) {
            return 1 / (1 + StrictMath.exp(-margin));
        }
        double odds = StrictMath.exp(margin);
        return odds / (1 + odds);
    }
}
