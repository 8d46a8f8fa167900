package dev.slipway.search;

import dev.slipway.evaluation.Evaluation;
import dev.slipway.evaluation.Judgement;
import dev.slipway.model.Pipeline;
import java.util.List;
import java.util.SortedMap;

/**
 * What came of one candidate: its best trial.
 *
 * @param best the trial, on all folds
 * @param judgement of the best trial, with its answers
 * @param pipeline the description that was best, to be fitted on every row its cut leaves
 * @param trials all of them, in the order they were tried
 */
public record Result(Candidate candidate, Trial best, Judgement judgement, Pipeline pipeline, List<Trial> trials) {
    public Result {
        trials = List.copyOf(trials);
    }

    public Evaluation evaluation() {
        return judgement.evaluation();
    }

    public SortedMap<String, String> parameters() {
        return best.parameters();
    }

    /** Seconds that the best trial took. */
    public double seconds() {
        return best.seconds();
    }
}
