package dev.slipway.model;

import dev.slipway.expression.Expression;
import dev.slipway.table.Column;
import dev.slipway.table.Table;
import java.util.Set;

/**
 * A rule somebody wrote down. Where one of two classes is asked about, its number is the probability of the positive one,
 * kept within 0 and 1; true and false are 1 and 0; no answer (null) is 0. Where a quantity is asked about, its number is
 * the answer; no answer is 0. A rule may also answer with the name of a class; no answer, or a name that is none, leaves
 * all classes equally likely.
 */
public final class RuleModel implements Model {
    private final Expression expression;
    private final Target target;

    /** @param target what the rule answers */
    public RuleModel(Expression expression, Target target) {
        this.expression = expression;
        this.target = target;
    }

    /** As it was written. */
    public String text() {
        return expression.toString();
    }

    @Override
    public Predictions predict(Table table) {
        var answers = expression.evaluate("answer", table);
        if (answers.type().textual()) {
            return named(answers);
        }
        double[] numbers = new double[table.rows()];
        for (int row = 0; row < numbers.length; row++) {
            double answer = answers.number(row);
            numbers[row] = Double.isNaN(answer) ? 0 : answer;
        }
        return target instanceof Target.Quantity
                ? Predictions.ofNumbers(numbers)
                : Predictions.ofPositive(clamped(numbers));
    }

    private static double[] clamped(double... numbers) {
        for (int row = 0; row < numbers.length; row++) {
            numbers[row] = Math.min(Math.max(numbers[row], 0), 1);
        }
        return numbers;
    }

    private Predictions named(Column answers) {
        int classes = target.labels().size();
        double[] shares = new double[answers.size() * classes];
        for (int row = 0; row < answers.size(); row++) {
            int label = answers.isMissing(row) ? -1 : target.labels().indexOf(answers.text(row));
            for (int each = 0; each < classes; each++) {
                shares[row * classes + each] = label < 0 ? 1.0 / classes : each == label ? 1 : 0;
            }
        }
        return Predictions.of(classes, shares);
    }

    @Override
    public Set<String> inputs() {
        return Set.copyOf(expression.columns());
    }
}
