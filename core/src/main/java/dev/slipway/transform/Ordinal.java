package dev.slipway.transform;

import dev.slipway.problem.SlipwayException;
import dev.slipway.profile.NumberText;
import dev.slipway.source.Batch;
import dev.slipway.statistic.ByColumn;
import dev.slipway.statistic.Counts;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.TreeMap;

/**
 * Numbers a column's values from 0 in their order: numbers by size, words by their letters, or as somebody said.
 *
 * @param columns which columns; empty for every column of words
 * @param order the values from the first to the last, of every column; empty for those of training in their own order
 * @param unseen what a value gets that has no number
 * @param missing what a missing value gets
 */
public record Ordinal(List<String> columns, List<String> order, Unseen unseen, Absent missing)
        implements Transformer<ByColumn<Counts<String>>> {
    /** More values than this have no order that anybody could mean. */
    static final int MOST_VALUES = 100_000;

    /** What becomes of a value that has no number. */
    public enum Unseen {
        /** It is -1. */
        MINUS_ONE,
        /** It is missing. */
        MISSING,
        /** The row is refused. */
        ERROR
    }

    /** What becomes of a missing value. */
    public enum Absent {
        /** It stays missing. */
        KEEP,
        /** It is a value among the others, {@code <missing>} by name. */
        VALUE
    }

    public Ordinal {
        columns = columns.stream().distinct().toList();
        order = order.stream().distinct().toList();
    }

    @Override
    public ByColumn<Counts<String>> empty() {
        return ByColumn.none();
    }

    @Override
    public ByColumn<Counts<String>> of(Batch batch) {
        var states = new TreeMap<String, Counts<String>>();
        for (var column : Chosen.of(batch.table(), columns, each -> each.type().textual())) {
            states.put(column.name(), order.isEmpty() ? Words.counts(column) : Counts.none());
        }
        return new ByColumn<>(states);
    }

    @Override
    public FittedTransformer finish(ByColumn<Counts<String>> state) {
        var names = columns.isEmpty() ? List.copyOf(state.columns().keySet()) : columns;
        return new FittedOrdinal(
                names.stream()
                        .map(name -> new KnownValues(
                                name, values(name, state.columns().getOrDefault(name, Counts.none()))))
                        .toList(),
                unseen,
                missing);
    }

    private List<String> values(String column, Counts<String> counts) {
        if (!order.isEmpty()) {
            return order;
        }
        var values = new ArrayList<>(counts.byValue().keySet());
        if (missing == Absent.KEEP) {
            values.remove(Words.MISSING);
        }
        if (values.size() > MOST_VALUES) {
            throw SlipwayException.usage(
                    "TRANSFORM-TOO-MANY-VALUES",
                    "cannot number the values: %d distinct ones, at most %d make sense"
                            .formatted(values.size(), MOST_VALUES),
                    "column '" + column + "'",
                    "encode it with 'target' or 'hash', or drop it in 'features'");
        }
        if (values.stream().allMatch(value -> value.equals(Words.MISSING) || NumberText.isNumber(value))) {
            values.sort(Comparator.comparingDouble(Ordinal::size));
        }
        return values;
    }

    /** Missing before all numbers, as the word stands before all letters. */
    private static double size(String value) {
        return value.equals(Words.MISSING) ? Double.NEGATIVE_INFINITY : NumberText.number(value);
    }
}
