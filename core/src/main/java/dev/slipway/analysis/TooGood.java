package dev.slipway.analysis;

import dev.slipway.metric.Answers;
import dev.slipway.metric.BinaryMetric;
import dev.slipway.metric.ClassesMetric;
import dev.slipway.metric.NumberMetric;
import dev.slipway.table.Column;
import dev.slipway.table.Table;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.IntStream;

/**
 * Looks for figures that honest models of honest data do not have: perfect answers, answers better than rows that contradict
 * each other permit, and one column that says nearly everything alone. Such a figure mostly means that the answer is among the
 * columns, or that the same rows teach and judge. Nothing is said of fewer than 100 rows.
 */
public final class TooGood {
    private static final int LEAST_ROWS = 100;
    private static final double PERFECT_AREA = 0.9995;
    private static final double PERFECT_FIT = 0.9999;
    /** Of what all columns together reach above chance, the share that is too much for one. */
    private static final double NEARLY_ALL = 0.97;

    private static final double STRONG = 0.7;
    private static final String LEAK =
            "look for a column that is known only after the outcome (slipway profile --target)"
                    + " and for rows that are in the data twice";

    private TooGood() {}

    /**
     * @param features the columns a model may read, a row for each answer
     * @param answers of models that had not seen the rows
     */
    public static List<Doubt> of(Table features, Answers answers) {
        var doubts = new ArrayList<Doubt>();
        if (answers.rows() >= LEAST_ROWS) {
            perfect(answers).ifPresent(doubts::add);
            contradicted(features, answers).ifPresent(doubts::add);
            if (answers.classes() == 2) {
                doubts.addAll(alone(features, answers));
            }
        }
        return List.copyOf(doubts);
    }

    private static Optional<Doubt> perfect(Answers answers) {
        if (answers.classes() == 1) {
            return above("R2", NumberMetric.R2.of(answers), PERFECT_FIT, answers);
        }
        var area = answers.classes() == 2
                ? above("the area under the ROC curve", BinaryMetric.ROC_AUC.of(answers), PERFECT_AREA, answers)
                : Optional.<Doubt>empty();
        return area.or(() -> above("accuracy", ClassesMetric.ACCURACY.of(answers), 1, answers));
    }

    private static Optional<Doubt> above(String name, OptionalDouble value, double bound, Answers answers) {
        return value.stream()
                .filter(found -> found >= bound)
                .mapToObj(found -> new Doubt(
                        "EVALUATION-PERFECT",
                        String.format(
                                Locale.ROOT,
                                "%s is %.5f on %d rows that no model had seen",
                                name,
                                found,
                                answers.rows()),
                        LEAK))
                .findFirst();
    }

    /** Rows alike in every column can be answered in one way only: what their answers differ in no honest model knows. */
    private static Optional<Doubt> contradicted(Table features, Answers answers) {
        double ceiling = Contradictions.ceiling(features, answers);
        var reached = answers.classes() == 1 ? NumberMetric.R2.of(answers) : ClassesMetric.ACCURACY.of(answers);
        double slack = answers.classes() == 1 ? 0 : 3 * Math.sqrt(ceiling * (1 - ceiling) / answers.rows());
        return reached.stream()
                .filter(found -> ceiling < 1 && found > ceiling + slack)
                .mapToObj(found -> new Doubt(
                        "EVALUATION-BEYOND-NOISE",
                        String.format(
                                Locale.ROOT,
                                "%s is %.4f, but rows that are alike in every column and differ in the answer permit %.4f",
                                answers.classes() == 1 ? "R2" : "accuracy",
                                found,
                                ceiling),
                        "look for rows that are in the data twice, and part them by group"))
                .findFirst();
    }

    private static List<Doubt> alone(Table features, Answers answers) {
        double together = BinaryMetric.GINI.of(answers).orElse(0);
        return together < STRONG
                ? List.of()
                : features.columns().stream()
                        .filter(column -> column.type().quantity())
                        .flatMap(column -> alone(column, answers, together).stream())
                        .toList();
    }

    private static Optional<Doubt> alone(Column column, Answers answers, double together) {
        double gini = Math.abs(BinaryMetric.GINI.of(ranked(column, answers)).orElse(0));
        return gini < NEARLY_ALL * together
                ? Optional.empty()
                : Optional.of(new Doubt(
                        "EVALUATION-ONE-COLUMN",
                        String.format(
                                Locale.ROOT,
                                "'%s' alone has an area under the ROC curve of %.4f, all columns together %.4f",
                                column.name(),
                                (1 + gini) / 2,
                                (1 + together) / 2),
                        "make sure that '%s' is known before the outcome; else give it the role forbidden"
                                .formatted(column.name())));
    }

    /** The column as if it were an answer: its values by their rank, a missing one in the middle. */
    private static Answers ranked(Column column, Answers answers) {
        double[] rising = IntStream.range(0, column.size())
                .filter(row -> !column.isMissing(row))
                .mapToDouble(column::number)
                .sorted()
                .distinct()
                .toArray();
        double[] score = IntStream.range(0, column.size())
                .mapToDouble(row -> column.isMissing(row)
                        ? 0.5
                        : (double) Math.abs(Arrays.binarySearch(rising, column.number(row))) / rising.length)
                .toArray();
        return Answers.ofBinary(
                IntStream.range(0, answers.rows()).map(answers::label).toArray(), score);
    }
}
