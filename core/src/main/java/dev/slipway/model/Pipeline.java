package dev.slipway.model;

import dev.slipway.problem.SlipwayException;
import dev.slipway.table.Table;
import dev.slipway.transform.Drop;
import dev.slipway.transform.FittedTransformer;
import dev.slipway.transform.Transformer;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Steps, and the estimator behind them.
 *
 * @param reads the columns of the data its answers may depend on; all where none is named. The steps see every column; what
 *     they make of others than these is left out behind them.
 */
public record Pipeline(List<Transformer<?>> steps, List<String> reads, Estimator estimator) {
    public Pipeline {
        steps = List.copyOf(steps);
        reads = List.copyOf(reads);
    }

    /** One that may read everything. */
    public Pipeline(List<Transformer<?>> steps, Estimator estimator) {
        this(steps, List.of(), estimator);
    }

    /** Fits every step on what the steps before it made of the rows, and the estimator on what they made in the end. */
    public FittedPipeline fit(Training training) {
        var prepared = prepare(training);
        var model = estimator.fit(prepared.training());
        return new FittedPipeline(prepared.steps(), model, model.answers(training.target()));
    }

    /** The steps, and the estimator's own behind them: pipelines with the same preparation that read the same prepare alike. */
    public List<Transformer<?>> preparation() {
        var all = new ArrayList<>(steps);
        all.addAll(estimator.preparation());
        return List.copyOf(all);
    }

    /** The whole preparation fitted, and the training rows as the estimator will see them. */
    public Prepared prepare(Training training) {
        var prepared = prepared(new Prepared(List.of(), training), steps);
        if (!reads.isEmpty()) {
            reads.forEach(training.table()::column);
            var others = others(prepared);
            prepared = others.isEmpty() ? prepared : prepared(prepared, List.of(new Drop(others)));
        }
        return prepared(prepared, estimator.preparation());
    }

    private static Prepared prepared(Prepared before, List<Transformer<?>> more) {
        var fitted = new ArrayList<>(before.steps());
        var rows = before.training();
        for (var step : more) {
            var seen = step.readsTarget() ? rows.tableWithTarget() : rows.table();
            var learned = step.fit(seen);
            rows = rows.with(step.applyToTraining(learned, seen).without(List.of(Transformer.TARGET)));
            fitted.add(learned);
        }
        return new Prepared(fitted, rows);
    }

    /** The prepared columns that come of columns which may not be read. */
    private List<String> others(Prepared prepared) {
        var names = prepared.training().table().names();
        var others = names.stream()
                .filter(name -> !reads.containsAll(prepared.sources(name)))
                .toList();
        if (others.size() == names.size()) {
            throw SlipwayException.refused(
                    "PIPELINE-READS-NOTHING",
                    "the features leave no column that comes of %s alone".formatted(String.join(", ", reads)),
                    "the columns that may be read",
                    "name more of them, or drop fewer under 'features'");
        }
        return others;
    }

    /** Fitted steps and the training rows behind them; several estimators with the same preparation can share it. */
    public record Prepared(List<FittedTransformer> steps, Training training) {
        public Prepared {
            steps = List.copyOf(steps);
        }

        /** The columns of the data that a prepared column depends on. */
        Set<String> sources(String name) {
            var needed = Set.of(name);
            for (int step = steps.size() - 1; step >= 0; step--) {
                needed = steps.get(step).inputs(needed);
            }
            return needed;
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
