package dev.slipway.model;

import dev.slipway.expression.Expression;
import dev.slipway.problem.SlipwayException;

/** The first rule of machine learning: a rule that needs none. It learns nothing, and is judged like everybody else. */
public record Rule(String expression) implements Estimator {
    @Override
    public RuleModel fit(Training training) {
        var parsed = Expression.parse(expression);
        var answer = parsed.evaluate("answer", training.table());
        if (!answer.type().numeric()) {
            throw SlipwayException.usage(
                    "RULE-NOT-A-PROBABILITY",
                    "the rule answers with %s, not with a probability or true and false"
                            .formatted(answer.type().label()),
                    expression,
                    "write a rule such as: CASE WHEN Sex = 'female' THEN 0.74 ELSE 0.19 END");
        }
        return new RuleModel(parsed);
    }
}
