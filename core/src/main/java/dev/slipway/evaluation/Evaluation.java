package dev.slipway.evaluation;

import java.util.List;
import java.util.Optional;

/**
 * How a pipeline does on rows it was not fitted on, by cross-validation.
 *
 * @param rows how many rows were answered
 */
public record Evaluation(List<Score> scores, int rows, int folds) {
    public Evaluation {
        scores = List.copyOf(scores);
    }

    public Optional<Score> find(String metric) {
        return scores.stream().filter(score -> score.metric().equals(metric)).findFirst();
    }
}
