package dev.slipway.explain;

import dev.slipway.model.FittedPipeline;
import dev.slipway.shapley.Attribution;
import dev.slipway.table.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Shares the answers of a whole pipeline out among the columns of the data: what its encoded columns add is summed back to
 * the column they came from. Reads the model once, for many rows. Immutable, thread-safe.
 */
public final class RowContributions {
    private final FittedPipeline pipeline;
    private final Attribution attribution;
    private final RawColumns raw;

    private RowContributions(FittedPipeline pipeline, Attribution attribution) {
        this.pipeline = pipeline;
        this.attribution = attribution;
        raw = RawColumns.of(pipeline.steps(), attribution.columns());
    }

    /** Empty where the model has no margin to share out, such as a rule or a constant. */
    public static Optional<RowContributions> of(FittedPipeline pipeline) {
        return Attribution.of(pipeline.model()).map(attribution -> new RowContributions(pipeline, attribution));
    }

    /** The same, where a linear model compares a row with the mean of these rows of the data, at least one. */
    public static Optional<RowContributions> against(FittedPipeline pipeline, Table background) {
        return Attribution.against(pipeline.model(), pipeline.prepared(background))
                .map(attribution -> new RowContributions(pipeline, attribution));
    }

    /** How the answer to one row of the data came about: one margin, or one for each class. */
    public List<Contributions> of(Table row) {
        var shares = attribution.shares(pipeline.prepared(row));
        var margins = new ArrayList<Contributions>();
        for (int group = 0; group < shares.size(); group++) {
            var one = shares.get(group);
            margins.add(new Contributions(label(group, shares.size()), one.base(), raw.gathered(one.shares())));
        }
        return margins;
    }

    private String label(int group, int groups) {
        var labels = pipeline.target().labels();
        if (labels.isEmpty()) {
            return pipeline.target().column();
        }
        return groups == 1 ? labels.get(labels.size() - 1) : labels.get(group);
    }
}
