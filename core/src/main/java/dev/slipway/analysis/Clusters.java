package dev.slipway.analysis;

import dev.slipway.metric.UnlabelledMetric;
import dev.slipway.model.ClusterModel;
import dev.slipway.model.FittedPipeline;
import dev.slipway.table.Table;
import java.util.List;
import java.util.Optional;

/**
 * What a report shows of rows that fell into clusters.
 *
 * @param portraits one a cluster, the largest first
 * @param points of a chart; none where less than two columns hold numbers
 * @param silhouette of these rows, which the model may have learned from; absent where all lie in one cluster
 */
public record Clusters(List<ClusterPortrait> portraits, List<ClusterPoint> points, Optional<Double> silhouette) {
    private static final int MOST_POINTS = 1_000;

    public Clusters {
        portraits = List.copyOf(portraits);
        points = List.copyOf(points);
    }

    /**
     * None where the pipeline does not answer with clusters.
     *
     * @param data as it came, before any step
     */
    public static Optional<Clusters> of(Table data, FittedPipeline fitted) {
        if (!(fitted.model() instanceof ClusterModel model)) {
            return Optional.empty();
        }
        var prepared = fitted.prepared(data);
        var answers = model.predict(prepared);
        return Optional.of(new Clusters(
                ClusterPortrait.of(data, answers, fitted.target().labels()),
                ClusterPoint.of(prepared, answers, MOST_POINTS),
                Optional.ofNullable(model.measured(prepared).get(UnlabelledMetric.SILHOUETTE.id()))));
    }
}
