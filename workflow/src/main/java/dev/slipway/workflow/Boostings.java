package dev.slipway.workflow;

import dev.slipway.algorithm.Boosting;
import dev.slipway.algorithm.Deadline;
import dev.slipway.algorithm.NativeLibrary;

/** The processes that grow boosted trees, one a library; each is started when the first trees are asked of it. */
record Boostings(Boosting xgboost, Boosting lightgbm) implements AutoCloseable {
    static Boostings of(Deadline deadline, int threads) {
        return new Boostings(
                new Boosting(NativeLibrary.XGBOOST, deadline, threads),
                new Boosting(NativeLibrary.LIGHTGBM, deadline, threads));
    }

    /** The one that grows with this library. */
    Boosting of(NativeLibrary library) {
        return switch (library) {
            case XGBOOST -> xgboost;
            case LIGHTGBM -> lightgbm;
        };
    }

    @Override
    public void close() {
        xgboost.close();
        lightgbm.close();
    }
}
