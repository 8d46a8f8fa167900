package dev.slipway.evaluation;

import java.util.Collections;
import java.util.SortedMap;

/**
 * What one fold says of a pipeline.
 *
 * @param scores by metric; {@code NaN} where one has no meaning for these answers
 */
public record FoldJudgement(SortedMap<String, Double> scores, Judged judged) {
    public FoldJudgement {
        scores = Collections.unmodifiableSortedMap(scores);
    }
}
