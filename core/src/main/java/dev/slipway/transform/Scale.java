package dev.slipway.transform;

import dev.slipway.problem.SlipwayException;
import dev.slipway.source.Batch;
import dev.slipway.statistic.ByColumn;
import dev.slipway.statistic.Moments;
import java.util.List;
import java.util.TreeMap;

/**
 * Shifts numbers to mean 0 and scales them to (population) deviation 1, as measured on the training data; a constant
 * column is only shifted. Missing values stay missing.
 *
 * @param columns which columns; empty for all of quantities: numbers and whole numbers
 */
public record Scale(List<String> columns) implements Transformer<ByColumn<Moments>> {
    public Scale {
        columns = List.copyOf(columns);
    }

    @Override
    public ByColumn<Moments> empty() {
        return ByColumn.none();
    }

    @Override
    public ByColumn<Moments> of(Batch batch) {
        var states = new TreeMap<String, Moments>();
        for (var column : Chosen.of(batch.table(), columns, each -> each.type().quantity())) {
            if (!column.type().numeric()) {
                throw SlipwayException.usage(
                        "TRANSFORM-NOT-A-NUMBER",
                        "the column is %s and cannot be scaled"
                                .formatted(column.type().label()),
                        "column '" + column.name() + "'",
                        "scale numbers only; encode text first: - onehot: {columns: [%s]}".formatted(column.name()));
            }
            states.put(column.name(), Moments.of(column));
        }
        return new ByColumn<>(states);
    }

    @Override
    public FittedTransformer finish(ByColumn<Moments> state) {
        return new FittedScale(state.columns().entrySet().stream()
                .map(entry -> scaling(entry.getKey(), entry.getValue()))
                .toList());
    }

    private static FittedScale.Scaling scaling(String column, Moments seen) {
        double deviation = seen.populationDeviation();
        return new FittedScale.Scaling(column, seen.count() == 0 ? 0 : seen.mean(), deviation > 0 ? deviation : 1);
    }
}
