package dev.slipway.tree;

import dev.slipway.problem.Nearest;
import dev.slipway.problem.SlipwayException;
import dev.slipway.tree.Trees.Answer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What LightGBM's objectives make of margins: the library's own steps in double precision, with StrictMath's functions.
 *
 * @param slope what margins are multiplied with before the logistic function, {@code sigmoid} in the file
 */
record LightgbmObjective(Form form, double slope) {
    /** What becomes of margins. */
    enum Form {
        IDENTITY(Answer.NUMBER) {
            @Override
            void answer(double[] margins, int offset, int groups, double slope) {}
        },
        SQUARE(Answer.NUMBER) {
            @Override
            void answer(double[] margins, int offset, int groups, double slope) {
                margins[offset] = Math.signum(margins[offset]) * margins[offset] * margins[offset];
            }
        },
        EXPONENTIAL(Answer.NUMBER) {
            @Override
            void answer(double[] margins, int offset, int groups, double slope) {
                margins[offset] = StrictMath.exp(margins[offset]);
            }
        },
        SOFTPLUS(Answer.NUMBER) {
            @Override
            void answer(double[] margins, int offset, int groups, double slope) {
                margins[offset] = StrictMath.log1p(StrictMath.exp(margins[offset]));
            }
        },
        LOGISTIC(Answer.PROBABILITY) {
            @Override
            void answer(double[] margins, int offset, int groups, double slope) {
                margins[offset] = 1 / (1 + StrictMath.exp(-slope * margins[offset]));
            }
        },
        SOFTMAX(Answer.CLASSES) {
            @Override
            void answer(double[] margins, int offset, int groups, double slope) {
                double highest = Double.NEGATIVE_INFINITY;
                for (int group = offset; group < offset + groups; group++) {
                    highest = Math.max(highest, margins[group]);
                }
                for (int group = offset; group < offset + groups; group++) {
                    margins[group] = StrictMath.exp(margins[group] - highest);
                }
                share(margins, offset, groups);
            }
        },
        /** The library leaves the logistic answers of one class against all others as they are; here they become shares. */
        ONE_AGAINST_ALL(Answer.CLASSES) {
            @Override
            void answer(double[] margins, int offset, int groups, double slope) {
                for (int group = offset; group < offset + groups; group++) {
                    LOGISTIC.answer(margins, group, 1, slope);
                }
                share(margins, offset, groups);
            }
        };

        private final Answer answer;

        Form(Answer answer) {
            this.answer = answer;
        }

        abstract void answer(double[] margins, int offset, int groups, double slope);

        private static void share(double[] values, int offset, int groups) {
            double sum = 0;
            for (int group = offset; group < offset + groups; group++) {
                sum += values[group];
            }
            for (int group = offset; group < offset + groups; group++) {
                values[group] = sum > 0 ? values[group] / sum : 1.0 / groups;
            }
        }
    }

    private static final String WHERE = "'objective' of the LightGBM model";

    private static final Map<String, Form> KNOWN = known();

    private static Map<String, Form> known() {
        var known = new HashMap<String, Form>();
        for (var name : List.of(
                "regression",
                "regression_l1",
                "huber",
                "fair",
                "quantile",
                "mape",
                "lambdarank",
                "rank_xendcg",
                "custom")) {
            known.put(name, Form.IDENTITY);
        }
        for (var name : List.of("poisson", "gamma", "tweedie")) {
            known.put(name, Form.EXPONENTIAL);
        }
        known.put("binary", Form.LOGISTIC);
        known.put("cross_entropy", Form.LOGISTIC);
        known.put("cross_entropy_lambda", Form.SOFTPLUS);
        known.put("multiclass", Form.SOFTMAX);
        known.put("multiclassova", Form.ONE_AGAINST_ALL);
        return Map.copyOf(known);
    }

    /** The objective of a line such as {@code binary sigmoid:1}; a file without one has margins for answers. */
    static LightgbmObjective read(String line) {
        var words = new ArrayList<>(Arrays.asList(line.strip().split(" +")));
        String name = words.remove(0);
        var form = name.isEmpty() ? Form.IDENTITY : KNOWN.get(name);
        if (form == null) {
            var known = KNOWN.keySet().stream().sorted().toList();
            throw SlipwayException.refused(
                    "MODEL-UNSUPPORTED",
                    "objective '%s' cannot be scored%s".formatted(name, Nearest.hint(name, known)),
                    WHERE,
                    "train with one of: " + String.join(", ", known));
        }
        return new LightgbmObjective(
                form == Form.IDENTITY && words.contains("sqrt") ? Form.SQUARE : form, slope(words));
    }

    private static double slope(List<String> words) {
        var written = words.stream().filter(word -> word.startsWith("sigmoid:")).findFirst();
        try {
            double slope =
                    written.map(word -> Double.parseDouble(word.substring(8))).orElse(1.0);
            if (slope > 0 && Double.isFinite(slope)) {
                return slope;
            }
        } catch (NumberFormatException notANumber) {
            throw LightgbmText.damaged("'%s' is no number".formatted(written.orElse("")), WHERE);
        }
        throw LightgbmText.damaged("'%s' is not above zero".formatted(written.orElse("")), WHERE);
    }

    Answer answer() {
        return form.answer;
    }

    /** Replaces the margins of one row, one a group, by its answers. */
    void answer(double[] margins, int offset, int groups) {
        form.answer(margins, offset, groups, slope);
    }
}
