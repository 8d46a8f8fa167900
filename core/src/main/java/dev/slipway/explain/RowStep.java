package dev.slipway.explain;

import dev.slipway.document.Json;
import dev.slipway.model.FittedPipeline;
import dev.slipway.table.Column;
import dev.slipway.table.Table;
import dev.slipway.transform.FittedOwn;
import dev.slipway.transform.FittedTransformer;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import tools.jackson.databind.JsonNode;

/**
 * What one step made of one row, as far as the model depends on it.
 *
 * @param step the word for it in {@code slipway.yaml} and {@code pipeline.json}, such as {@code impute}
 * @param changes a value each that the step made or changed
 */
public record RowStep(String step, List<Change> changes) {
    public RowStep {
        changes = List.copyOf(changes);
    }

    /** A value of the row; empty where it is missing. */
    public record Cell(String column, Optional<String> value) {
        static Cell of(Column column) {
            return new Cell(column.name(), column.isMissing(0) ? Optional.empty() : Optional.of(column.text(0)));
        }
    }

    /** What a step made of the values it looked at. */
    public record Change(List<Cell> from, Cell to) {
        public Change {
            from = List.copyOf(from);
        }
    }

    /** The way of the first row of a table through all steps, in order. */
    static List<RowStep> of(FittedPipeline pipeline, Table row) {
        var needed = new ArrayList<Set<String>>();
        needed.add(pipeline.model().inputs());
        for (int step = pipeline.steps().size() - 1; step > 0; step--) {
            needed.add(pipeline.steps().get(step).inputs(needed.get(needed.size() - 1)));
        }
        Collections.reverse(needed);
        var steps = new ArrayList<RowStep>();
        var table = row;
        for (int place = 0; place < pipeline.steps().size(); place++) {
            var step = pipeline.steps().get(place);
            var after = step.apply(table);
            steps.add(new RowStep(word(step), changes(step, table, after, needed.get(place))));
            table = after;
        }
        return steps;
    }

    private static List<Change> changes(FittedTransformer step, Table before, Table after, Set<String> needed) {
        var changes = new ArrayList<Change>();
        for (var column : after.columns()) {
            if (needed.contains(column.name())
                    && before.find(column.name()).filter(column::equals).isEmpty()) {
                var from = new TreeSet<>(step.inputs(Set.of(column.name())))
                        .stream()
                                .flatMap(name -> before.find(name).stream())
                                .map(Cell::of)
                                .toList();
                changes.add(new Change(from, Cell.of(column)));
            }
        }
        return changes;
    }

    private static String word(FittedTransformer step) {
        if (step instanceof FittedOwn own) {
            return own.word();
        }
        return Json.read("the step", Json.bytes(step), JsonNode.class)
                .path("step")
                .asString(step.getClass().getSimpleName());
    }
}
