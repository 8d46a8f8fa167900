package dev.slipway.model;

import dev.slipway.expression.Expression;
import dev.slipway.problem.SlipwayException;
import dev.slipway.table.Column;

/** The first rule of machine learning: a rule that needs none. It learns nothing, and is judged like everybody else. */
public record Rule(String expression) implements Estimator {
    @Override
    public RuleModel fit(Training training) {
        var parsed = Expression.parse(expression);
        refuse(parsed.evaluate("answer", training.table()), training.target());
        return new RuleModel(parsed, training.target());
    }

    private void refuse(Column answer, Target target) {
        int classes = target.labels().size();
        boolean number = answer.type().numeric();
        if (target instanceof Target.Quantity && !number) {
            throw misfit(answer, "a number", "write a rule such as: CASE WHEN rooms > 5 THEN 300000 ELSE 180000 END");
        }
        if (classes > 2 && !answer.type().textual()) {
            throw misfit(
                    answer,
                    "the name of a class",
                    "write a rule such as: CASE WHEN length > 200 THEN '%s' ELSE '%s' END"
                            .formatted(target.labels().get(0), target.labels().get(1)));
        }
        if (classes == 2 && !number && !answers(answer, target)) {
            throw misfit(
                    answer,
                    "a probability or true and false",
                    "write a rule such as: CASE WHEN Sex = 'female' THEN 0.74 ELSE 0.19 END");
        }
    }

    /** Whether it answers with the names of classes, at least once. */
    private static boolean answers(Column answer, Target target) {
        for (int row = 0; row < answer.size() && answer.type().textual(); row++) {
            if (target.labels().contains(answer.text(row))) {
                return true;
            }
        }
        return false;
    }

    private SlipwayException misfit(Column answer, String wanted, String fix) {
        return SlipwayException.usage(
                "RULE-NOT-AN-ANSWER",
                "the rule answers with %s, not with %s".formatted(answer.type().label(), wanted),
                expression,
                fix);
    }
}
