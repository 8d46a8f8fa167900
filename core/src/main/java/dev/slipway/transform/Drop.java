package dev.slipway.transform;

import dev.slipway.source.Batch;
import dev.slipway.statistic.Nothing;
import dev.slipway.table.Table;
import java.util.List;
import java.util.Set;

/** Leaves columns out. Columns that are not there are no error at request time: nobody needs to send them. */
public record Drop(List<String> columns) implements Transformer<Nothing>, FittedTransformer {
    public Drop {
        columns = List.copyOf(columns);
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
        return input.without(columns);
    }

    @Override
    public Set<String> inputs(Set<String> outputs) {
        return outputs;
    }
}
