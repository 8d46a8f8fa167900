package dev.slipway.model;

import dev.slipway.table.Table;
import dev.slipway.transform.FittedTransformer;
import dev.slipway.transform.Transformer;
import java.util.ArrayList;
import java.util.List;

/** Steps, and the estimator behind them. */
public record Pipeline(List<Transformer<?>> steps, Estimator estimator) {
    public Pipeline {
        steps = List.copyOf(steps);
    }

    /** Fits every step on what the steps before it made of the rows, and the estimator on what they made in the end. */
    public FittedPipeline fit(Training training) {
        var prepared = prepare(training);
        return new FittedPipeline(
                prepared.steps(), estimator.fit(prepared.training()), estimator.answers(training.target()));
    }

    /** The steps, and the estimator's own behind them: pipelines with the same preparation prepare alike. */
    public List<Transformer<?>> preparation() {
        var all = new ArrayList<>(steps);
        all.addAll(estimator.preparation());
        return List.copyOf(all);
    }

    /** The whole preparation fitted, and the training rows as the estimator will see them. */
    public Prepared prepare(Training training) {
        var fitted = new ArrayList<FittedTransformer>();
        var rows = training;
        for (var step : preparation()) {
            var seen = step.readsTarget() ? rows.tableWithTarget() : rows.table();
            var learned = step.fit(seen);
            rows = rows.with(step.applyToTraining(learned, seen).without(List.of(Transformer.TARGET)));
            fitted.add(learned);
        }
        return new Prepared(fitted, rows);
    }

    /** Fitted steps and the training rows behind them; several estimators with the same preparation can share it. */
    public record Prepared(List<FittedTransformer> steps, Training training) {
        public Prepared {
            steps = List.copyOf(steps);
        }

        /** Other rows, as the estimator would see them. */
        public Table apply(Table rows) {
            var prepared = rows;
            for (var step : steps) {
                prepared = step.apply(prepared);
            }
            return prepared;
        }
    }
}
