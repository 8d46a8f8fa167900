package dev.slipway.bench;

import dev.slipway.algorithm.BoostedTrees;
import dev.slipway.algorithm.Boosting;
import dev.slipway.algorithm.Deadline;
import dev.slipway.algorithm.NativeLibrary;
import dev.slipway.algorithm.XgboostParams;
import dev.slipway.model.Card;
import dev.slipway.model.FittedPipeline;
import dev.slipway.model.Pipeline;
import dev.slipway.model.ServedModel;
import dev.slipway.model.Target;
import dev.slipway.model.Training;
import dev.slipway.transform.Impute;
import dev.slipway.transform.OneHot;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.TreeMap;

/** Whether a shipment comes late: gaps filled with medians, words one-hot (64 columns in all), trees of depth 6. */
final class LateModel {
    static final int TREES = 200;
    private static final int ROWS = 20_000;
    private static final Duration PATIENCE = Duration.ofMinutes(10);

    private LateModel() {}

    static FittedPipeline pipeline(int trees) {
        var table = Shipments.table(ROWS);
        var clock = InstantSource.system();
        try (var boosting = new Boosting(
                NativeLibrary.XGBOOST, new Deadline(clock, clock.instant().plus(PATIENCE)), 1)) {
            // What scikit-learn's peer is told too: bench/peers/pipeline.py.
            var params = new XgboostParams(trees, 6, 0.1, 1, 1, 1, 1, 1, 1);
            return new Pipeline(
                            List.of(
                                    new Impute(Shipments.NUMBERS, new Impute.Fill.Median(), false),
                                    new OneHot(Shipments.WORDS)),
                            new BoostedTrees(params, boosting))
                    .fit(Training.of(
                            table, new Target.Classes(Shipments.LATE, List.of("no", "yes")), Shipments.late(table)));
        }
    }

    static ServedModel served(FittedPipeline pipeline, String run) {
        var card = new Card("shipments", run, "xgboost", new TreeMap<>(), new TreeMap<>(), new TreeMap<>());
        return new ServedModel(Shipments.contract(), pipeline, card);
    }
}
