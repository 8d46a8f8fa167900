package dev.slipway.analysis;

import dev.slipway.metric.Answers;
import dev.slipway.metric.BinaryMetric;
import dev.slipway.statistic.ExactSum;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.IntStream;

/**
 * Measures {@link Fairness}.
 *
 * @param leastRows the rows below which a group is not compared
 */
public record FairnessCheck(int leastRows, Bootstrap bootstrap) {
    /** Groups of 30 rows and more, the usual least. */
    public static final FairnessCheck STANDARD = new FairnessCheck(30, Bootstrap.STANDARD);

    private static final List<Disparity> MEASURES = List.of(Disparity.values());

    /** Against the largest group. */
    public Fairness of(String column, List<String> groupOfRow, Answers answers) {
        return new Measuring(column, groupOfRow, answers).fairness(Optional.empty());
    }

    /** @param reference a group of the column */
    public Fairness of(String column, List<String> groupOfRow, Answers answers, String reference) {
        return new Measuring(column, groupOfRow, answers).fairness(Optional.of(reference));
    }

    private final class Measuring {
        private final String column;
        private final Answers answers;
        private final List<String> names;
        private final int[] groupOfRow;
        private final int[] rows;

        Measuring(String column, List<String> groups, Answers answers) {
            if (answers.classes() != 2 || groups.size() != answers.rows()) {
                throw new IllegalArgumentException("fairness is of two classes and a group a row");
            }
            this.column = column;
            this.answers = answers;
            names = List.copyOf(new TreeSet<>(groups));
            groupOfRow = groups.stream().mapToInt(names::indexOf).toArray();
            rows = new int[names.size()];
            IntStream.of(groupOfRow).forEach(group -> rows[group]++);
        }

        Fairness fairness(Optional<String> named) {
            int[] all = IntStream.range(0, answers.rows()).toArray();
            var outcomes = outcomes(all);
            int reference = named.map(names::indexOf)
                    .filter(group -> group >= 0)
                    .orElseGet(() -> IntStream.range(0, rows.length)
                            .boxed()
                            .max(Comparator.<Integer>comparingInt(group -> rows[group])
                                    .thenComparing(Comparator.reverseOrder()))
                            .orElse(0));
            var groups = IntStream.range(0, rows.length)
                    .mapToObj(group -> group(group, outcomes, reference))
                    .toList();
            var referred = names.isEmpty() ? "" : names.get(reference);
            return new Fairness(column, leastRows, referred, groups, gaps(all), defined(inequality()));
        }

        /** The outcomes of each group among these rows. */
        private List<Outcomes> outcomes(int... among) {
            var weights = new double[names.size()][4];
            for (int row : among) {
                int cell = 2 * answers.label(row) + answers.chosen(row);
                weights[groupOfRow[row]][cell] += answers.weight(row);
            }
            var outcomes = new ArrayList<Outcomes>();
            for (double[] cells : weights) {
                outcomes.add(new Outcomes(cells[3], cells[1], cells[2], cells[0]));
            }
            return outcomes;
        }

        private List<Fairness.Gap> gaps(int... all) {
            int[] enough = IntStream.range(0, rows.length)
                    .filter(group -> rows[group] >= leastRows)
                    .toArray();
            if (enough.length < 2) {
                return List.of();
            }
            int[] strata = IntStream.range(0, groupOfRow.length)
                    .map(row -> 2 * groupOfRow[row] + answers.label(row))
                    .toArray();
            double[] values = disparities(enough, all);
            var intervals = bootstrap.of(strata, drawn -> disparities(enough, drawn));
            return IntStream.range(0, values.length)
                    .mapToObj(measure -> new Fairness.Gap(
                            MEASURES.get(measure).id(),
                            defined(values[measure]),
                            Double.isNaN(values[measure]) ? Optional.empty() : intervals.get(measure)))
                    .toList();
        }

        private double[] disparities(int[] enough, int... among) {
            var outcomes = outcomes(among);
            var compared = IntStream.of(enough).mapToObj(outcomes::get).toList();
            return MEASURES.stream()
                    .mapToDouble(measure -> measure.of(compared))
                    .toArray();
        }

        private Fairness.Group group(int group, List<Outcomes> outcomes, int reference) {
            boolean enough = rows[group] >= leastRows;
            return new Fairness.Group(
                    names.get(group),
                    rows[group],
                    enough,
                    rates(group, outcomes.get(group)),
                    enough && group != reference
                            ? against(outcomes.get(group), outcomes.get(reference))
                            : new TreeMap<>());
        }

        private SortedMap<String, Double> rates(int group, Outcomes outcomes) {
            var inside = answers.rows(IntStream.range(0, groupOfRow.length)
                    .filter(row -> groupOfRow[row] == group)
                    .toArray());
            var rates = new TreeMap<String, Double>();
            put(rates, "base_rate", outcomes.baseRate());
            put(rates, "selection_rate", outcomes.selectionRate());
            put(rates, "true_positive_rate", outcomes.truePositiveRate());
            put(rates, "false_positive_rate", outcomes.falsePositiveRate());
            put(rates, "false_negative_rate", 1 - outcomes.truePositiveRate());
            put(rates, "true_negative_rate", 1 - outcomes.falsePositiveRate());
            put(rates, "precision", outcomes.precision());
            put(rates, "negative_predictive_value", outcomes.negativePredictiveValue());
            put(rates, "accuracy", outcomes.accuracy());
            put(rates, "mean_score", meanScore(inside));
            put(rates, "roc_auc", BinaryMetric.ROC_AUC.of(inside).orElse(Double.NaN));
            return rates;
        }

        private static double meanScore(Answers inside) {
            return ExactSum.of(inside.rows(), row -> inside.weight(row) * inside.answer(row))
                            .value()
                    / inside.weight();
        }

        private static SortedMap<String, Double> against(Outcomes group, Outcomes reference) {
            double opportunity = group.truePositiveRate() - reference.truePositiveRate();
            var against = new TreeMap<String, Double>();
            put(against, "disparate_impact", group.selectionRate() / reference.selectionRate());
            put(against, "statistical_parity_difference", group.selectionRate() - reference.selectionRate());
            put(against, "equal_opportunity_difference", opportunity);
            put(
                    against,
                    "average_odds_difference",
                    (opportunity + group.falsePositiveRate() - reference.falsePositiveRate()) / 2);
            put(against, "error_rate_ratio", (1 - group.accuracy()) / (1 - reference.accuracy()));
            return against;
        }

        private static void put(SortedMap<String, Double> into, String name, double value) {
            if (Double.isFinite(value)) {
                into.put(name, value);
            }
        }

        private double inequality() {
            double mean = ExactSum.of(answers.rows(), row -> answers.weight(row) * benefit(row))
                            .value()
                    / answers.weight();
            return ExactSum.of(answers.rows(), row -> {
                                double share = benefit(row) / mean;
                                return share > 0 ? answers.weight(row) * share * StrictMath.log(share) : 0;
                            })
                            .value()
                    / answers.weight();
        }

        private int benefit(int row) {
            return answers.chosen(row) - answers.label(row) + 1;
        }

        private static Optional<Double> defined(double value) {
            return Double.isFinite(value) ? Optional.of(value) : Optional.empty();
        }
    }
}
