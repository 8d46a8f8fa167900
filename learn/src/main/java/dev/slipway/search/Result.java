package dev.slipway.search;

import dev.slipway.evaluation.Evaluation;
import dev.slipway.model.Pipeline;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;

/**
 * What came of one candidate: its best trial.
 *
 * @param pipeline the description that was best, to be fitted on every row
 * @param seconds that the best trial took
 * @param trials all of them, in the order they were tried
 */
public record Result(
        Candidate candidate,
        SortedMap<String, String> parameters,
        Evaluation evaluation,
        Pipeline pipeline,
        double seconds,
        List<Trial> trials) {
    public Result {
        parameters = Collections.unmodifiableSortedMap(parameters);
        trials = List.copyOf(trials);
    }
}
