package dev.slipway.search;

import dev.slipway.evaluation.Evaluation;
import dev.slipway.evaluation.Judgement;
import dev.slipway.model.Pipeline;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;

/**
 * What came of one candidate: its best trial.
 *
 * @param judgement of the best trial, with its answers
 * @param pipeline the description that was best, to be fitted on every row
 * @param seconds that the best trial took
 * @param trials all of them, in the order they were tried
 */
public record Result(
        Candidate candidate,
        SortedMap<String, String> parameters,
        Judgement judgement,
        Pipeline pipeline,
        double seconds,
        List<Trial> trials) {
    public Result {
        parameters = Collections.unmodifiableSortedMap(parameters);
        trials = List.copyOf(trials);
    }

    public Evaluation evaluation() {
        return judgement.evaluation();
    }
}
