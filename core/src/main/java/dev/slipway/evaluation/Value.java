package dev.slipway.evaluation;

import dev.slipway.problem.SlipwayException;
import dev.slipway.table.Column;
import dev.slipway.table.Table;

/**
 * What the answers are worth in the unit the project exists to move: whoever's probability reaches the threshold is acted
 * on, which costs, and brings the row's reward.
 *
 * @param reward the column that holds what a row brings when it is acted on; nothing where missing
 * @param cost of acting on one row, in the unit of the reward
 * @param threshold the least probability that is acted on
 * @param unit such as EUR
 */
public record Value(String reward, double cost, double threshold, String unit) {
    /** What it is called among the metrics. */
    public static final String METRIC = "value";

    /** @throws SlipwayException where the rows have no numbers to gain */
    void requireNumbers(Table rows) {
        var type = rows.column(reward).type();
        if (!type.numeric()) {
            throw SlipwayException.usage(
                    "VALUE-NOT-A-NUMBER",
                    "the reward is %s, not a number".formatted(type.label()),
                    "column '" + reward + "'",
                    "name a column of numbers under value.reward, or correct its type in the contract");
        }
    }

    /** Gained per 1,000 rows, acted on or not. */
    double perThousand(Table rows, double... probabilities) {
        var rewards = rows.column(reward);
        double gained = 0;
        for (int row = 0; row < probabilities.length; row++) {
            if (probabilities[row] >= threshold) {
                gained += reward(rewards, row) - cost;
            }
        }
        return gained * 1000 / probabilities.length;
    }

    private static double reward(Column rewards, int row) {
        return rewards.isMissing(row) ? 0 : rewards.number(row);
    }
}
