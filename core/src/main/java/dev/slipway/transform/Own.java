package dev.slipway.transform;

import dev.slipway.problem.Problem;
import dev.slipway.problem.SlipwayException;
import dev.slipway.source.Batch;
import dev.slipway.statistic.ByColumn;
import dev.slipway.statistic.Nothing;
import dev.slipway.table.Table;
import java.util.List;
import java.util.TreeMap;

/** A step that somebody else wrote, as a pipeline has it: fitting finds out which columns it makes. */
public record Own(OwnStep step) implements Transformer<ByColumn<Nothing>> {
    @Override
    public ByColumn<Nothing> empty() {
        return ByColumn.none();
    }

    @Override
    public ByColumn<Nothing> of(Batch batch) {
        var made = new TreeMap<String, Nothing>();
        made(step, batch.table()).names().forEach(name -> made.put(name, new Nothing()));
        return new ByColumn<>(made);
    }

    @Override
    public FittedTransformer finish(ByColumn<Nothing> state) {
        if (state.columns().isEmpty()) {
            throw SlipwayException.usage(
                    "STEP-COLUMNS",
                    "the step '%s' made no column".formatted(step.word()),
                    "column '%s'".formatted(String.join("', '", step.columns())),
                    "name its columns, or leave it out of 'features'");
        }
        return FittedOwn.of(step, List.copyOf(state.columns().keySet()));
    }

    /** What the step makes of the rows; whatever goes wrong in code that is not ours is a problem that names it. */
    static Table made(OwnStep step, Table rows) {
        Table made;
        try {
            made = step.make(rows.select(step.columns()));
        } catch (SlipwayException said) {
            throw said;
        } catch (RuntimeException | LinkageError failure) {
            throw new SlipwayException(
                    SlipwayException.Kind.FAILED,
                    problem(step, rows, "STEP-FAILED", "the step '%s' failed: %s".formatted(step.word(), failure)),
                    failure);
        }
        if (made.rows() != rows.rows()) {
            throw new SlipwayException(
                    SlipwayException.Kind.FAILED,
                    problem(
                            step,
                            rows,
                            "STEP-ROWS",
                            "the step '%s' made %d rows of %d".formatted(step.word(), made.rows(), rows.rows())));
        }
        return made;
    }

    static Problem problem(OwnStep step, Table rows, String code, String what) {
        return new Problem(
                code,
                what,
                "%s, column '%s'".formatted(rows.origins().source(), String.join("', '", step.columns())),
                "tell whoever wrote the step, or leave it out of 'features'");
    }
}
