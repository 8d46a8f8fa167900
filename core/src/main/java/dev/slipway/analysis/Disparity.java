package dev.slipway.analysis;

import java.util.List;
import java.util.function.DoubleBinaryOperator;
import java.util.function.ToDoubleFunction;

/**
 * Measures of how differently groups are treated, with Fairlearn's definitions. A rate that divides by nothing is left out of
 * the largest and the smallest.
 */
public enum Disparity {
    /** The largest less the smallest share answered yes. */
    DEMOGRAPHIC_PARITY_DIFFERENCE("demographic_parity_difference", groups -> gap(groups, Outcomes::selectionRate)),
    /** The smallest share answered yes by the largest; below 0.8 the four-fifths rule is broken. */
    DEMOGRAPHIC_PARITY_RATIO("demographic_parity_ratio", groups -> ratio(groups, Outcomes::selectionRate)),
    /** The largest less the smallest true positive rate. */
    EQUAL_OPPORTUNITY_DIFFERENCE("equal_opportunity_difference", groups -> gap(groups, Outcomes::truePositiveRate)),
    /** The larger gap of true positive rates and of false positive rates. */
    EQUALIZED_ODDS_DIFFERENCE(
            "equalized_odds_difference",
            groups -> either(
                    Math::max, gap(groups, Outcomes::truePositiveRate), gap(groups, Outcomes::falsePositiveRate))),
    /** The smaller ratio of true positive rates and of false positive rates. */
    EQUALIZED_ODDS_RATIO(
            "equalized_odds_ratio",
            groups -> either(
                    Math::min, ratio(groups, Outcomes::truePositiveRate), ratio(groups, Outcomes::falsePositiveRate))),
    /** The largest less the smallest precision. */
    PREDICTIVE_PARITY_DIFFERENCE("predictive_parity_difference", groups -> gap(groups, Outcomes::precision)),
    /** The largest less the smallest accuracy. */
    ACCURACY_DIFFERENCE("accuracy_difference", groups -> gap(groups, Outcomes::accuracy));

    private final String id;

    @SuppressWarnings("ImmutableEnumChecker") // a formula holds nothing
    private final ToDoubleFunction<List<Outcomes>> formula;

    Disparity(String id, ToDoubleFunction<List<Outcomes>> formula) {
        this.id = id;
        this.formula = formula;
    }

    public String id() {
        return id;
    }

    /** NaN where it has no meaning. */
    double of(List<Outcomes> groups) {
        return formula.applyAsDouble(groups);
    }

    /** The one that has a meaning, or what the operator makes of both. */
    private static double either(DoubleBinaryOperator operator, double first, double second) {
        return Double.isNaN(first) ? second : Double.isNaN(second) ? first : operator.applyAsDouble(first, second);
    }

    private static double gap(List<Outcomes> groups, ToDoubleFunction<Outcomes> rate) {
        return largest(groups, rate) - smallest(groups, rate);
    }

    private static double ratio(List<Outcomes> groups, ToDoubleFunction<Outcomes> rate) {
        return smallest(groups, rate) / largest(groups, rate);
    }

    private static double largest(List<Outcomes> groups, ToDoubleFunction<Outcomes> rate) {
        return groups.stream()
                .mapToDouble(rate)
                .filter(value -> !Double.isNaN(value))
                .max()
                .orElse(Double.NaN);
    }

    private static double smallest(List<Outcomes> groups, ToDoubleFunction<Outcomes> rate) {
        return groups.stream()
                .mapToDouble(rate)
                .filter(value -> !Double.isNaN(value))
                .min()
                .orElse(Double.NaN);
    }
}
