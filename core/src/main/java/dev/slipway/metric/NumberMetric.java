package dev.slipway.metric;

import java.util.OptionalDouble;
import java.util.function.IntToDoubleFunction;

/** Metrics of answers that are numbers. Errors are in the unit of the target, or its square, unless said otherwise. */
public enum NumberMetric implements Metric {
    /** The root of the mean squared error. */
    RMSE("rmse", false, answers -> Math.sqrt(answers.mean(row -> square(error(answers, row))))),

    /** The mean distance. */
    MAE("mae", false, answers -> answers.mean(row -> Math.abs(error(answers, row)))),

    /**
     * The share of the truth's variance that the answers explain. Of a constant truth 1 where every answer is right, else 0;
     * undefined for fewer than two rows.
     */
    R2("r2", true, answers -> answers.rows() < 2 ? Double.NaN : Spread.explained(answers, 0)),

    /** The mean distance as a share (not per cent) of the truth's size, which counts as 2.2e-16 at least. */
    MAPE(
            "mape",
            false,
            answers -> answers.mean(
                    row -> Math.abs(error(answers, row)) / Math.max(Math.abs(answers.truth(row)), Math.ulp(1.0)))),

    /** The distance that half of the rows do not exceed. */
    MEDIAN_AE("median_ae", false, answers -> Spread.median(answers, row -> Math.abs(error(answers, row)))),

    /** The mean squared error. */
    MSE("mse", false, answers -> answers.mean(row -> square(error(answers, row)))),

    /** As {@link #R2}, forgiving a constant error; 1 for one row. */
    EXPLAINED_VARIANCE(
            "explained_variance", true, answers -> Spread.explained(answers, answers.mean(row -> error(answers, row)))),

    /** The largest distance, whatever the row weighs. */
    MAX_ERROR("max_error", false, answers -> largest(answers, row -> Math.abs(error(answers, row)))),

    /** The mean squared distance of ln(1 + value); undefined where a value lies below 0. */
    MSLE(
            "msle",
            false,
            answers -> answers.any(row -> answers.truth(row) < 0 || answers.answer(row) < 0)
                    ? Double.NaN
                    : answers.mean(row ->
                            square(StrictMath.log1p(answers.truth(row)) - StrictMath.log1p(answers.answer(row))))),

    /** The loss whose best answer is the value that one row in ten stays below (Koenker and Bassett 1978). */
    PINBALL_TENTH("pinball_0_1", false, answers -> answers.mean(row -> pinball(error(answers, row), 0.1))),

    /** The loss whose best answer is the value that nine rows in ten stay below. */
    PINBALL_NINE_TENTHS("pinball_0_9", false, answers -> answers.mean(row -> pinball(error(answers, row), 0.9))),

    /** Mean deviance of Poisson; undefined where a truth lies below 0 or an answer is not above it. */
    POISSON_DEVIANCE(
            "poisson_deviance",
            false,
            answers -> answers.any(row -> answers.truth(row) < 0 || answers.answer(row) <= 0)
                    ? Double.NaN
                    : answers.mean(row -> poisson(answers.truth(row), answers.answer(row)))),

    /** Mean deviance of Gamma; undefined where a truth or an answer is not above 0. */
    GAMMA_DEVIANCE(
            "gamma_deviance",
            false,
            answers -> answers.any(row -> answers.truth(row) <= 0 || answers.answer(row) <= 0)
                    ? Double.NaN
                    : answers.mean(row -> gamma(answers.truth(row), answers.answer(row)))),

    /** The share of the distance to the median that the answers save; as {@link #R2} for a constant truth or one row. */
    D2_ABSOLUTE_ERROR("d2_absolute_error", true, answers -> answers.rows() < 2 ? Double.NaN : Spread.saved(answers)),

    /** The mean distance as a share of the mean size of truth and answer: 0 to 2, and 0 where both are 0. */
    SMAPE(
            "smape",
            false,
            answers -> answers.mean(row -> {
                double sizes = Math.abs(answers.truth(row)) + Math.abs(answers.answer(row));
                return sizes == 0 ? 0 : 2 * Math.abs(error(answers, row)) / sizes;
            })),

    /** All distances as a share of all the truth's sizes; undefined where all truth is 0. */
    WAPE("wape", false, answers -> {
        double sizes = answers.total(row -> Math.abs(answers.truth(row)));
        return sizes > 0 ? answers.total(row -> Math.abs(error(answers, row))) / sizes : Double.NaN;
    }),

    /** The mean of answer less truth. The better of two is the one nearer to 0. */
    BIAS("bias", false, answers -> answers.mean(row -> error(answers, row))) {
        @Override
        public boolean isBetter(double value, double than) {
            return super.isBetter(Math.abs(value), Math.abs(than));
        }
    };

    private final String id;
    private final boolean higherIsBetter;

    @SuppressWarnings("ImmutableEnumChecker") // a formula holds nothing
    private final Formula formula;

    NumberMetric(String id, boolean higherIsBetter, Formula formula) {
        this.id = id;
        this.higherIsBetter = higherIsBetter;
        this.formula = formula;
    }

    private static double error(Answers answers, int row) {
        return answers.answer(row) - answers.truth(row);
    }

    private static double square(double value) {
        return value * value;
    }

    private static double largest(Answers answers, IntToDoubleFunction figure) {
        double largest = 0;
        for (int row = 0; row < answers.rows(); row++) {
            largest = Math.max(largest, figure.applyAsDouble(row));
        }
        return largest;
    }

    private static double pinball(double error, double share) {
        return error > 0 ? (1 - share) * error : -share * error;
    }

    private static double poisson(double truth, double answer) {
        double surprise = truth == 0 ? 0 : truth * StrictMath.log(truth / answer);
        return 2 * (surprise - truth + answer);
    }

    private static double gamma(double truth, double answer) {
        return 2 * (StrictMath.log(answer / truth) + truth / answer - 1);
    }

    @Override
    public String id() {
        return id;
    }

    @Override
    public boolean higherIsBetter() {
        return higherIsBetter;
    }

    @Override
    public OptionalDouble of(Answers answers) {
        if (answers.classes() != 1) {
            throw new IllegalArgumentException(id + " asks for numbers, not classes");
        }
        return formula.of(answers);
    }
}
