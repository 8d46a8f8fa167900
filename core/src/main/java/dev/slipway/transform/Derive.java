package dev.slipway.transform;

import dev.slipway.expression.Expression;
import dev.slipway.source.Batch;
import dev.slipway.statistic.Nothing;
import java.io.Serializable;
import java.util.HashSet;
import java.util.List;

/** New columns, each by an expression over the columns there are, the ones derived before it among them. */
public record Derive(List<Derivation> derivations) implements Transformer<Nothing> {
    /** One new column; {@code expression} as it was written. */
    public record Derivation(String column, String expression) implements Serializable {}

    public Derive {
        derivations = List.copyOf(derivations);
    }

    @Override
    public Nothing empty() {
        return new Nothing();
    }

    @Override
    public Nothing of(Batch batch) {
        var known = new HashSet<>(batch.table().names());
        for (var derivation : derivations) {
            Expression.parse(derivation.expression()).columns().stream()
                    .filter(column -> !known.contains(column))
                    .forEach(batch.table()::column);
            known.add(derivation.column());
        }
        return new Nothing();
    }

    @Override
    public FittedTransformer finish(Nothing state) {
        return new FittedDerive(derivations);
    }
}
