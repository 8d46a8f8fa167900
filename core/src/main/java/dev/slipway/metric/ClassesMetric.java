package dev.slipway.metric;

import java.util.OptionalDouble;

/**
 * Metrics of a choice between classes, for any number of them. A figure of a class that divides by nothing is 0. With one
 * label a row, micro averages of precision, recall and F1 are all the accuracy, and so are not here again.
 */
public enum ClassesMetric implements Metric {
    /** Share of rows answered rightly. */
    ACCURACY("accuracy", true, Formula.confusion(Confusion::accuracy)),

    /** Mean of -ln(probability given to what happened), probabilities kept 2.2e-16 away from 0 and 1 as scikit-learn does. */
    LOG_LOSS("log_loss", false, Formula::logLoss),

    /** The plain mean over all classes of the harmonic mean of precision and recall. */
    MACRO_F1("macro_f1", true, Formula.confusion(confusion -> confusion.macro(label -> confusion.f(1, label)))),

    /** As {@link #MACRO_F1}, each class counting by its true rows. */
    WEIGHTED_F1(
            "weighted_f1", true, Formula.confusion(confusion -> confusion.bySupport(label -> confusion.f(1, label)))),

    /** The mean recall of the classes that occur. */
    BALANCED_ACCURACY("balanced_accuracy", true, Formula.confusion(Confusion::balancedAccuracy)),

    /** Each class against all others, the plain mean of the areas; undefined where a class does not occur. */
    ROC_AUC_OVR_MACRO("roc_auc_ovr_macro", true, answers -> OneAgainst.rest(answers, false)),

    /** As {@link #ROC_AUC_OVR_MACRO}, each class counting by its true rows. */
    ROC_AUC_OVR_WEIGHTED("roc_auc_ovr_weighted", true, answers -> OneAgainst.rest(answers, true)),

    /** Each pair of classes that occur, the plain mean of the areas (Hand and Till 2001); undefined with one class. */
    ROC_AUC_OVO_MACRO("roc_auc_ovo_macro", true, answers -> OneAgainst.one(answers, false)),

    /** As {@link #ROC_AUC_OVO_MACRO}, each pair counting by its true rows. */
    ROC_AUC_OVO_WEIGHTED("roc_auc_ovo_weighted", true, answers -> OneAgainst.one(answers, true)),

    MACRO_PRECISION("macro_precision", true, Formula.confusion(confusion -> confusion.macro(confusion::precision))),
    MACRO_RECALL("macro_recall", true, Formula.confusion(confusion -> confusion.macro(confusion::recall))),
    WEIGHTED_PRECISION(
            "weighted_precision", true, Formula.confusion(confusion -> confusion.bySupport(confusion::precision))),
    WEIGHTED_RECALL("weighted_recall", true, Formula.confusion(confusion -> confusion.bySupport(confusion::recall))),

    /** Matthews' correlation of truth and answer (Gorodkin 2004); 0 where one of both is constant. */
    MCC("mcc", true, Formula.confusion(Confusion::mcc)),

    /** Cohen's kappa: agreement beyond chance; undefined where truth and answer are one and the same class. */
    KAPPA("kappa", true, Formula.confusion(Confusion::kappa)),

    /** As {@link #KAPPA}, where an answer that is off by more classes, in their order, costs the square. */
    KAPPA_QUADRATIC("kappa_quadratic", true, Formula.confusion(Confusion::quadraticKappa)),

    /** Share of rows whose class is among the two likeliest; of equally likely ones the later counts as likelier. */
    TOP_TWO("top2_accuracy", true, answers -> topShare(answers, 2)),

    /** Share of rows whose class is among the three likeliest. */
    TOP_THREE("top3_accuracy", true, answers -> topShare(answers, 3)),

    /** Mean over the rows of the squared distance of all probabilities from what happened (Brier 1950): 0 to 2. */
    BRIER("brier", false, answers -> answers.mean(row -> squaredDistance(answers, row)));

    private final String id;
    private final boolean higherIsBetter;

    @SuppressWarnings("ImmutableEnumChecker") // a formula holds nothing
    private final Formula formula;

    ClassesMetric(String id, boolean higherIsBetter, Formula formula) {
        this.id = id;
        this.higherIsBetter = higherIsBetter;
        this.formula = formula;
    }

    private static double topShare(Answers answers, int places) {
        return answers.mean(row -> place(answers, row) < places ? 1 : 0);
    }

    /** How many classes are answered before the true one: scikit-learn puts the later of equals first. */
    private static int place(Answers answers, int row) {
        int truth = answers.label(row);
        double own = answers.probability(row, truth);
        int before = 0;
        for (int label = 0; label < answers.classes(); label++) {
            double other = answers.probability(row, label);
            before += other > own || (other == own && label > truth) ? 1 : 0;
        }
        return before;
    }

    private static double squaredDistance(Answers answers, int row) {
        double sum = 0;
        for (int label = 0; label < answers.classes(); label++) {
            double off = answers.probability(row, label) - (label == answers.label(row) ? 1 : 0);
            sum += off * off;
        }
        return sum;
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
        if (answers.classes() < 2) {
            throw new IllegalArgumentException(id + " asks for classes, not numbers");
        }
        return formula.of(answers);
    }
}
