package dev.slipway.transform;

import dev.slipway.source.Batch;
import dev.slipway.statistic.Nothing;
import dev.slipway.table.Table;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Keeps these columns, in this order, and no other. */
public record Select(List<String> columns) implements Transformer<Nothing>, FittedTransformer {
    public Select {
        columns = columns.stream().distinct().toList();
    }

    @Override
    public Nothing empty() {
        return new Nothing();
    }

    @Override
    public Nothing of(Batch batch) {
        columns.forEach(batch.table()::column);
        return new Nothing();
    }

    @Override
    public FittedTransformer finish(Nothing state) {
        return this;
    }

    @Override
    public Table apply(Table input) {
        return input.select(columns.stream()
                .filter(column -> input.find(column).isPresent())
                .toList());
    }

    @Override
    public Set<String> inputs(Set<String> outputs) {
        var inputs = new LinkedHashSet<>(outputs);
        inputs.retainAll(columns);
        return inputs;
    }
}
