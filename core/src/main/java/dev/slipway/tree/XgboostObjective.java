package dev.slipway.tree;

import dev.slipway.problem.Nearest;
import dev.slipway.problem.SlipwayException;
import dev.slipway.tree.Trees.Answer;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What XGBoost's objectives make of margins. In single precision with the library's own steps; the functions themselves are
 * StrictMath's, rounded once. Of 200,000 logistic answers 42 differed from the library's, by one step between floats or two.
 *
 * @param text XGBoost's name
 */
record XgboostObjective(String text, Form form) {
    /** What becomes of margins; and of {@code base_score}, which is an answer and has to become a margin. */
    enum Form {
        IDENTITY(Answer.NUMBER) {
            @Override
            float answer(float margin) {
                return margin;
            }

            @Override
            float margin(float answer) {
                return answer;
            }
        },
        LOGISTIC(Answer.PROBABILITY) {
            @Override
            float answer(float margin) {
                // Rounded once, so that it lies within one step of XGBoost's own, which rounds three times; with its
                // guard
                // against the overflow of a float: no probability is below 3e-39.
                double odds = StrictMath.exp(Math.min(-margin, 88.7f));
                return (float) (1 / (1 + odds));
            }

            @Override
            float margin(float answer) {
                return (float) -StrictMath.log(1.0f / answer - 1.0f);
            }
        },
        EXPONENTIAL(Answer.NUMBER) {
            @Override
            float answer(float margin) {
                return (float) StrictMath.exp(margin);
            }

            @Override
            float margin(float answer) {
                return (float) StrictMath.log(answer);
            }
        },
        HINGE(Answer.PROBABILITY) {
            @Override
            float answer(float margin) {
                return margin > 0 ? 1 : 0;
            }

            @Override
            float margin(float answer) {
                return answer;
            }
        },
        SOFTMAX(Answer.CLASSES) {
            @Override
            float answer(float margin) {
                throw new IllegalStateException("one margin is no distribution");
            }

            @Override
            float margin(float answer) {
                return answer;
            }
        };

        private final Answer answer;

        Form(Answer answer) {
            this.answer = answer;
        }

        abstract float answer(float margin);

        abstract float margin(float answer);
    }

    private static final Map<String, XgboostObjective> KNOWN = Stream.of(
                    of(
                            Form.IDENTITY,
                            "reg:squarederror",
                            "reg:linear",
                            "reg:squaredlogerror",
                            "reg:absoluteerror",
                            "reg:pseudohubererror",
                            "reg:quantileerror",
                            "rank:pairwise",
                            "rank:ndcg",
                            "rank:map",
                            "binary:logitraw"),
                    of(Form.LOGISTIC, "binary:logistic", "reg:logistic"),
                    of(Form.EXPONENTIAL, "count:poisson", "reg:gamma", "reg:tweedie", "survival:cox"),
                    of(Form.HINGE, "binary:hinge"),
                    of(Form.SOFTMAX, "multi:softprob", "multi:softmax"))
            .flatMap(List::stream)
            .collect(Collectors.toUnmodifiableMap(XgboostObjective::text, Function.identity()));

    private static List<XgboostObjective> of(Form form, String... names) {
        return Stream.of(names).map(name -> new XgboostObjective(name, form)).toList();
    }

    static XgboostObjective named(String name) {
        var found = KNOWN.get(name);
        if (found == null) {
            var known = KNOWN.keySet().stream().sorted().toList();
            throw SlipwayException.refused(
                    "MODEL-UNSUPPORTED",
                    "objective '%s' cannot be scored%s".formatted(name, Nearest.hint(name, known)),
                    "learner.objective.name of the XGBoost model",
                    "train with one of: " + String.join(", ", known));
        }
        return found;
    }

    /** A regression on logits answers probabilities, but its truth is a number. */
    Answer answer() {
        return text.equals("reg:logistic") ? Answer.NUMBER : form.answer;
    }

    boolean isOfClasses() {
        return form == Form.SOFTMAX;
    }

    /** The margin that stands for a base score, as XGBoost computes it. */
    float marginOf(float baseScore) {
        return form.margin(baseScore);
    }

    /** Replaces the margins of one row, one a group, by its answers. */
    void answer(float[] margins, int offset, int groups) {
        if (form == Form.SOFTMAX) {
            softmax(margins, offset, groups);
        } else {
            margins[offset] = form.answer(margins[offset]);
        }
    }

    private static void softmax(float[] margins, int offset, int groups) {
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
}
