package dev.slipway.explain;

import dev.slipway.explain.RowStep.Cell;
import dev.slipway.model.FittedPipeline;
import dev.slipway.model.Predictions;
import dev.slipway.table.Table;
import java.util.List;
import java.util.stream.IntStream;

/**
 * One row on its way from the values somebody sent to the answer.
 *
 * @param raw the values that the answer depends on, as they came
 * @param steps what each step made of them
 * @param margins how the margin, or the answer of a model without one, came about: one, or one for each class; empty where
 *     nothing can be shared out
 * @param answers the probability of each class, or the number
 */
public record RowExplanation(List<Cell> raw, List<RowStep> steps, List<Contributions> margins, List<Answered> answers) {
    public RowExplanation {
        raw = List.copyOf(raw);
        steps = List.copyOf(steps);
        margins = List.copyOf(margins);
        answers = List.copyOf(answers);
    }

    /**
     * An answer of the model.
     *
     * @param label the class; the target's name where the answer is a number
     */
    public record Answered(String label, double value) {}

    /**
     * Of the first row of a table that keeps the model's contract.
     *
     * @param contributions to this row's answer; none where nothing can be shared out
     */
    public static RowExplanation of(FittedPipeline pipeline, List<Contributions> contributions, Table row) {
        var inputs = pipeline.inputs();
        return new RowExplanation(
                row.columns().stream()
                        .filter(column -> inputs.contains(column.name()))
                        .map(Cell::of)
                        .toList(),
                RowStep.of(pipeline, row),
                contributions,
                answers(pipeline, pipeline.predict(row)));
    }

    private static List<Answered> answers(FittedPipeline pipeline, Predictions predictions) {
        if (predictions.isNumbers()) {
            return List.of(new Answered(pipeline.target().column(), predictions.number(0)));
        }
        return IntStream.range(0, predictions.classes())
                .mapToObj(
                        label -> new Answered(pipeline.target().labels().get(label), predictions.probability(0, label)))
                .toList();
    }
}
