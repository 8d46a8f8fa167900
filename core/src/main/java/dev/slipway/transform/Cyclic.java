package dev.slipway.transform;

import dev.slipway.problem.SlipwayException;
import dev.slipway.source.Batch;
import dev.slipway.statistic.ByColumn;
import dev.slipway.statistic.Nothing;
import java.io.Serializable;
import java.util.List;
import java.util.TreeMap;

/**
 * Numbers that begin again, as a point on a circle, so that the last is next to the first: {@code angle_sin} and
 * {@code angle_cos} of a number, {@code booked_hour_sin} and {@code booked_hour_cos} of a part of a time. What is missing
 * stays missing.
 *
 * @param columns which columns: numbers or times, as {@code of} says; empty for every time, never for every number
 * @param keep whether the columns themselves stay, for a further step
 */
public record Cyclic(List<String> columns, Of of, boolean keep) implements Transformer<ByColumn<Nothing>> {
    /** What goes round. */
    public sealed interface Of extends Serializable {
        /** A number that begins again after this much, such as 360. */
        record Period(double period) implements Of {
            public Period {
                if (!(period > 0) || period == Double.POSITIVE_INFINITY) {
                    throw SlipwayException.usage(
                            "TRANSFORM-RANGE",
                            "nothing begins again after %s".formatted(period),
                            "cyclic, period",
                            "write a number above 0: period: 24");
                }
            }
        }

        /** Parts of a time; each begins again after its own period. */
        record Parts(List<TimePart> parts) implements Of {
            public Parts {
                parts = parts.stream().distinct().toList();
                if (parts.contains(TimePart.YEAR)) {
                    throw SlipwayException.usage(
                            "TRANSFORM-RANGE",
                            "a year never begins again",
                            "cyclic, parts",
                            "leave 'year' out, or take it with - time: {parts: [year]}");
                }
            }
        }
    }

    public Cyclic {
        columns = columns.stream().distinct().toList();
        if (columns.isEmpty() && of instanceof Of.Period) {
            throw SlipwayException.usage(
                    "TRANSFORM-NO-COLUMN",
                    "it is not said which numbers begin again",
                    "cyclic, columns",
                    "name them: - cyclic: {columns: [angle], period: 360}");
        }
    }

    @Override
    public ByColumn<Nothing> empty() {
        return ByColumn.none();
    }

    @Override
    public ByColumn<Nothing> of(Batch batch) {
        var chosen = of instanceof Of.Parts
                ? TimeParts.chosen(batch.table(), columns)
                : Numbers.chosen(batch.table(), columns, "laid on a circle");
        var states = new TreeMap<String, Nothing>();
        chosen.forEach(column -> states.put(column.name(), new Nothing()));
        return new ByColumn<>(states);
    }

    @Override
    public FittedTransformer finish(ByColumn<Nothing> state) {
        var parts = of instanceof Of.Parts times ? times.parts() : List.<TimePart>of();
        double period = of instanceof Of.Period number ? number.period() : 1;
        return new FittedCyclic(
                Expansion.distinct(
                        "cyclic",
                        state.columns().keySet().stream()
                                .map(column -> new FittedCyclic.Circle(column, parts, period))
                                .toList()),
                keep);
    }
}
