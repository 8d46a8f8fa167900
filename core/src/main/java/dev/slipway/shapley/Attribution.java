package dev.slipway.shapley;

import dev.slipway.model.LinearModel;
import dev.slipway.model.Model;
import dev.slipway.model.TreeModel;
import dev.slipway.table.Table;
import java.util.List;
import java.util.Optional;

/**
 * Shares the margin of a model out among the numbers it reads, as they are behind the last step. The base and the shares
 * add up to the margin. Immutable, thread-safe.
 */
public sealed interface Attribution permits TreeAttribution, LinearAttribution {
    /** For this model; empty where it has no margin to share out, such as a rule or a constant. */
    static Optional<Attribution> of(Model model) {
        if (model instanceof TreeModel trees) {
            return Optional.of(new TreeAttribution(trees));
        }
        return model instanceof LinearModel linear ? Optional.of(LinearAttribution.of(linear)) : Optional.empty();
    }

    /**
     * The same, where a linear model compares a row with the mean of these prepared rows; trees remember their training data
     * themselves.
     */
    static Optional<Attribution> against(Model model, Table background) {
        return model instanceof LinearModel linear
                ? Optional.of(LinearAttribution.against(linear, background))
                : of(model);
    }

    /** The columns it reads, in order. */
    List<String> columns();

    /** The margins of the first row of a prepared table: 1, or one for each class. */
    List<Shares> shares(Table prepared);
}
