package dev.slipway.workflow;

import dev.slipway.search.Choice;
import dev.slipway.search.LearningCurve;
import dev.slipway.search.Result;
import dev.slipway.search.Search;
import dev.slipway.search.Trial;
import java.util.List;
import java.util.Optional;

/** What a search found: a result for each candidate that was done, every trial, and who won. */
record Found(
        Search.Settings settings,
        List<Result> results,
        List<Trial> trials,
        Choice choice,
        Optional<LearningCurve> curve) {
    Found {
        results = List.copyOf(results);
        trials = List.copyOf(trials);
    }
}
