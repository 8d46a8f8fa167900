package dev.slipway.transform;

import dev.slipway.expression.Expression;
import dev.slipway.problem.Problem;
import dev.slipway.problem.SlipwayException;
import dev.slipway.source.Batch;
import dev.slipway.statistic.Nothing;
import dev.slipway.table.Column;
import dev.slipway.table.Table;
import java.io.Serializable;
import java.util.List;

/** New columns, each by an expression over the columns there are, the ones derived before it among them. */
public record Derive(List<Derivation> derivations) implements Transformer<Nothing> {
    /** One new column; {@code expression} as it was written. */
    public record Derivation(String column, String expression) implements Serializable {
        private Column over(Table table) {
            try {
                return Expression.parse(expression).evaluate(column, table);
            } catch (SlipwayException unfit) {
                throw new SlipwayException(
                        unfit.kind(), unfit.problems().stream().map(this::here).toList());
            }
        }

        private Problem here(Problem inside) {
            return new Problem(
                    inside.code(), inside.what(), "column '%s', %s".formatted(column, inside.where()), inside.fix());
        }
    }

    public Derive {
        derivations = List.copyOf(derivations);
    }

    @Override
    public Nothing empty() {
        return new Nothing();
    }

    /** Looks only at the columns: whether each expression can be evaluated over them. */
    @Override
    public Nothing of(Batch batch) {
        var table = batch.table().slice(0, 0);
        for (var derivation : derivations) {
            table = table.with(derivation.over(table));
        }
        return new Nothing();
    }

    @Override
    public FittedTransformer finish(Nothing state) {
        return new FittedDerive(derivations);
    }
}
