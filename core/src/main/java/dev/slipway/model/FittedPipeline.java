package dev.slipway.model;

import dev.slipway.table.Table;
import dev.slipway.transform.FittedTransformer;
import java.io.Serializable;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;

/** Fitted steps and the model behind them: from the columns of the contract to answers. Immutable, thread-safe. */
public record FittedPipeline(List<FittedTransformer> steps, Model model, Target target) implements Serializable {
    public FittedPipeline {
        steps = List.copyOf(steps);
    }

    /** One answer for each row, in order. The same bits for one row alone as for the row among millions. */
    public Predictions predict(Table rows) {
        return model.predict(prepared(rows));
    }

    /** As {@link #predict}, and how many rows have values that the steps have never seen. */
    public Answered answer(Table rows) {
        var unseen = new TreeMap<String, Long>();
        var table = rows;
        for (var step : steps) {
            step.unseen(table).forEach((column, count) -> unseen.merge(column, count, Math::max));
            table = step.apply(table);
        }
        return new Answered(model.predict(table), unseen);
    }

    /** The rows as the model sees them. */
    public Table prepared(Table rows) {
        var table = rows;
        for (var step : steps) {
            table = step.apply(table);
        }
        return table;
    }

    /** The columns of the data that the answers depend on. */
    public Set<String> inputs() {
        var needed = model.inputs();
        for (int step = steps.size() - 1; step >= 0; step--) {
            needed = steps.get(step).inputs(needed);
        }
        return needed;
    }
}
