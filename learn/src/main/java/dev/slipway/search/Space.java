package dev.slipway.search;

import dev.slipway.model.Estimator;
import java.util.SortedMap;
import java.util.SplittableRandom;

/** The estimators a candidate may be. Values only. */
public interface Space {
    /**
     * One of them.
     *
     * @param parameters as people write them, for the run's record
     */
    record Draw(Estimator estimator, SortedMap<String, String> parameters) {}

    /** The one to try first: the best guess before anything was seen. */
    Draw first();

    /** Another one; the same random numbers draw the same one. */
    Draw next(SplittableRandom random);

    /** Whether there is more than the first one to try. */
    boolean searchable();
}
