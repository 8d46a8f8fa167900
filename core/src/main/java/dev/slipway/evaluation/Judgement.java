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

    /** What all folds say together, in their order; at least one. */
    public static Judgement of(List<FoldJudgement> folds) {
        var scores = folds.get(0).scores().keySet().stream()
                .map(metric -> Score.of(
                        metric,
                        folds.stream().map(fold -> fold.scores().get(metric)).toList()))
                .toList();
        int rows =
                folds.stream().mapToInt(fold -> fold.judged().answers().rows()).sum();
        return new Judgement(
                new Evaluation(scores, rows, folds.size()),
                folds.stream().map(FoldJudgement::judged).toList());
    }
}
