package dev.slipway.metric;

import java.util.OptionalDouble;

/**
 * Metrics of a yes-or-no question: truth 0 or 1 against the probability of 1. Those that need an answer take yes at the
 * threshold of the answers and above. A share of nothing is 0 (scikit-learn's {@code zero_division=0}).
 */
public enum BinaryMetric implements Metric {
    /** Share of rows answered rightly. */
    ACCURACY("accuracy", true, Formula.confusion(Confusion::accuracy)),

    /** Chance that a random positive row scores above a random negative one, ties counting half; undefined with one class. */
    ROC_AUC("roc_auc", true, answers -> Ranking.of(answers).area()),

    /** Mean of -ln(probability given to what happened), probabilities kept 2.2e-16 away from 0 and 1 as scikit-learn does. */
    LOG_LOSS("log_loss", false, Formula::logLoss),

    /** The sum of each gain in recall times the precision it is had at, not interpolated; undefined without positives. */
    AVERAGE_PRECISION("average_precision", true, answers -> Ranking.of(answers).averagePrecision()),

    /** Mean squared distance of the probability from what happened (Brier 1950). */
    BRIER(
            "brier",
            false,
            answers -> answers.mean(row -> {
                double off = answers.answer(row) - answers.label(row);
                return off * off;
            })),

    /** The harmonic mean of precision and recall. */
    F1("f1", true, Formula.confusion(confusion -> confusion.f(1, 1))),

    /** As {@link #F1} where precision counts twice as much. */
    F_HALF("f0_5", true, Formula.confusion(confusion -> confusion.f(0.5, 1))),

    /** As {@link #F1} where recall counts twice as much. */
    F_TWO("f2", true, Formula.confusion(confusion -> confusion.f(2, 1))),

    /** Of the rows answered yes, the share that is positive. */
    PRECISION("precision", true, Formula.confusion(confusion -> confusion.precision(1))),

    /** Of the positive rows, the share answered yes. */
    RECALL("recall", true, Formula.confusion(confusion -> confusion.recall(1))),

    /** Of the negative rows, the share answered no; undefined without negatives. */
    SPECIFICITY("specificity", true, Formula.confusion(confusion -> confusion.count(0, 0) / confusion.support(0))),

    /** The mean recall of the classes that occur. */
    BALANCED_ACCURACY("balanced_accuracy", true, Formula.confusion(Confusion::balancedAccuracy)),

    /** Matthews' correlation of truth and answer; 0 where one of both is constant. */
    MCC("mcc", true, Formula.confusion(Confusion::mcc)),

    /** Cohen's kappa: agreement beyond chance; undefined where truth and answer are one and the same class. */
    KAPPA("kappa", true, Formula.confusion(Confusion::kappa)),

    /** The rows both positive and answered yes, as a share of those that are either. */
    JACCARD("jaccard", true, Formula.confusion(confusion -> confusion.jaccard(1))),

    /** Twice {@link #ROC_AUC} less one. */
    GINI("gini", true, answers -> 2 * Ranking.of(answers).area() - 1),

    /** The widest gap between the score distributions of both classes (Kolmogorov-Smirnov); undefined with one class. */
    KS("ks", true, answers -> Ranking.of(answers).widestGap()),

    /** The mean distance of probability and frequency over ten equal bins of probability (expected calibration error). */
    ECE("ece", false, answers -> Calibration.uniform(answers, 10).expectedError()),

    MACRO_PRECISION("macro_precision", true, Formula.confusion(confusion -> confusion.macro(confusion::precision))),
    MACRO_RECALL("macro_recall", true, Formula.confusion(confusion -> confusion.macro(confusion::recall))),
    MACRO_F1("macro_f1", true, Formula.confusion(confusion -> confusion.macro(label -> confusion.f(1, label)))),
    WEIGHTED_PRECISION(
            "weighted_precision", true, Formula.confusion(confusion -> confusion.bySupport(confusion::precision))),
    WEIGHTED_RECALL("weighted_recall", true, Formula.confusion(confusion -> confusion.bySupport(confusion::recall))),
    WEIGHTED_F1(
            "weighted_f1", true, Formula.confusion(confusion -> confusion.bySupport(label -> confusion.f(1, label))));

    private final String id;
    private final boolean higherIsBetter;

    @SuppressWarnings("ImmutableEnumChecker") // a formula holds nothing
    private final Formula formula;

    BinaryMetric(String id, boolean higherIsBetter, Formula formula) {
        this.id = id;
        this.higherIsBetter = higherIsBetter;
        this.formula = formula;
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
        if (answers.classes() != 2) {
            throw new IllegalArgumentException("%s asks for 2 classes, not %d".formatted(id, answers.classes()));
        }
        return formula.of(answers);
    }

    /**
     * The value for these rows.
     *
     * @param truth 0 or 1 a row
     * @param probability of 1, a row
     */
    public OptionalDouble of(int[] truth, double[] probability) {
        return of(Answers.ofBinary(truth, probability));
    }
}
