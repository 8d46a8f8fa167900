package dev.slipway.linear;

import dev.slipway.algorithm.BudgetOver;
import dev.slipway.problem.SlipwayException;
import java.util.function.BooleanSupplier;

/** What every linear model asks of its parameters, and of the time it has. */
final class Parameters {
    private Parameters() {}

    /** A parameter within its bounds, or a problem that names it. */
    static void require(String kind, String parameter, double value, double low, double high) {
        if (!(value >= low && value <= high)) {
            throw SlipwayException.usage(
                    "TRAIN-PARAMETER",
                    "%s is %s, outside [%s, %s]".formatted(parameter, value, low, high),
                    "candidate %s, parameter '%s'".formatted(kind, parameter),
                    "set %s to a value from %s to %s".formatted(parameter, low, high));
        }
    }

    static void stopIf(BooleanSupplier stopped, String kind) {
        if (stopped.getAsBoolean()) {
            throw new BudgetOver(kind + " was told to stop");
        }
    }
}
