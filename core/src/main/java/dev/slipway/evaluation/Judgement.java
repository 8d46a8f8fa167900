package dev.slipway.evaluation;

import dev.slipway.metric.Answers;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

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

    /** All rows that judged, ascending, with their answers: each of the model that had not seen the row. */
    public Judged together() {
        int[] rows =
                folds.stream().flatMapToInt(fold -> IntStream.of(fold.rows())).toArray();
        int[] order = IntStream.range(0, rows.length)
                .boxed()
                .sorted(Comparator.comparingInt(at -> rows[at]))
                .mapToInt(at -> at)
                .toArray();
        var answers = Answers.concat(folds.stream().map(Judged::answers).toList());
        return new Judged(IntStream.of(order).map(at -> rows[at]).toArray(), answers.rows(order));
    }
}
