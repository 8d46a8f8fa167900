package dev.slipway.evaluation;

import java.util.List;

/**
 * An evaluation with the answers it was made of: everything that can be asked about a pipeline without fitting it again,
 * such as intervals, slices, calibration and suspects.
 *
 * @param folds in the order of the folds
 */
public record Judgement(Evaluation evaluation, List<Judged> folds) {
    public Judgement {
        folds = List.copyOf(folds);
    }
}
