package dev.slipway.model;

import dev.slipway.expression.Expression;
import dev.slipway.table.Column;
import dev.slipway.table.Table;
import java.util.Set;

/**
 * A rule somebody wrote down. The expression's number is the probability of the positive class, kept within 0 and 1; true
 * and false are 1 and 0; no answer (null) is 0.
 */
public final class RuleModel implements Model {
    private final Expression expression;

    public RuleModel(Expression expression) {
        this.expression = expression;
    }

    /** As it was written. */
    public String text() {
        return expression.toString();
    }

    @Override
    public Predictions predict(Table table) {
        var answers = expression.evaluate("answer", table);
        double[] positive = new double[table.rows()];
        for (int row = 0; row < positive.length; row++) {
            positive[row] = probability(answers, row);
        }
        return Predictions.ofPositive(positive);
    }

    private static double probability(Column answers, int row) {
        double answer = answers.number(row);
        return Double.isNaN(answer) ? 0 : Math.min(Math.max(answer, 0), 1);
    }

    @Override
    public Set<String> inputs() {
        return Set.copyOf(expression.columns());
    }
}
