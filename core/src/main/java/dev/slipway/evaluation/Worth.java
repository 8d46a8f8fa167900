package dev.slipway.evaluation;

import dev.slipway.problem.SlipwayException;
import dev.slipway.table.Column;
import dev.slipway.table.Table;
import java.util.Optional;

/** What acting on a row, or leaving it, brings in the unit of the value. */
public sealed interface Worth {
    /** The column it depends on beside the answer. */
    Optional<String> column();

    /** What a row brings. */
    double of(Table rows, int row, boolean acted, boolean positive);

    /**
     * Acting costs, and brings what a column says.
     *
     * @param reward the column that holds what a row brings when it is acted on; nothing where missing
     * @param cost of acting on one row
     */
    record Reward(String reward, double cost) implements Worth {
        @Override
        public Optional<String> column() {
            return Optional.of(reward);
        }

        @Override
        public double of(Table rows, int row, boolean acted, boolean positive) {
            return acted ? reward(rows.column(reward), row) - cost : 0;
        }

        private static double reward(Column rewards, int row) {
            return rewards.isMissing(row) ? 0 : rewards.number(row);
        }

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
    }

    /** Each of the four outcomes brings an amount; a cost is below 0. */
    record Outcomes(double truePositive, double falsePositive, double trueNegative, double falseNegative)
            implements Worth {
        @Override
        public Optional<String> column() {
            return Optional.empty();
        }

        @Override
        public double of(Table rows, int row, boolean acted, boolean positive) {
            return acted ? (positive ? truePositive : falsePositive) : positive ? falseNegative : trueNegative;
        }
    }
}
