package dev.slipway.explain;

import dev.slipway.model.LinearModel;
import dev.slipway.model.Model;
import dev.slipway.model.TreeModel;
import dev.slipway.table.Table;
import java.util.List;
import java.util.Optional;

/**
 * Shares the margin of a model out among the columns it reads, as they are behind the last step. The base and the shares
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

    /** What it reads, in order. */
    List<String> columns();

    /** Margins a row: 1, or one a class. */
    int groups();

    /** The margin of a row nobody knows. */
    double base(int group);

    /** What each column adds to the margins of the first row of a prepared table; all columns of a group together. */
    double[] shares(Table prepared);
}
