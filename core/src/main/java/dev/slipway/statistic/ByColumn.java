package dev.slipway.statistic;

import dev.slipway.engine.Mergeable;
import dev.slipway.table.Column;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * A state for each of several columns.
 *
 * @param <S> the state of one column
 */
public record ByColumn<S extends Mergeable<S>>(SortedMap<String, S> columns) implements Mergeable<ByColumn<S>> {
    /** Fewer rows are looked at sooner than shared out. */
    private static final int MANY = 1 << 14;

    public ByColumn {
        columns = Collections.unmodifiableSortedMap(columns);
    }

    public static <S extends Mergeable<S>> ByColumn<S> none() {
        return new ByColumn<>(new TreeMap<String, S>());
    }

    /** What is seen of each column. Of many rows the columns are looked at side by side, which changes nothing but the time. */
    public static <S extends Mergeable<S>> ByColumn<S> of(List<Column> columns, Function<Column, S> look) {
        boolean many = columns.stream().anyMatch(column -> column.size() >= MANY);
        var states =
                many ? sideBySide(columns, look) : columns.stream().map(look).toList();
        var byName = new TreeMap<String, S>();
        for (int i = 0; i < states.size(); i++) {
            byName.put(columns.get(i).name(), states.get(i));
        }
        return new ByColumn<>(byName);
    }

    private static <S> List<S> sideBySide(List<Column> columns, Function<Column, S> look) {
        try {
            return columns.parallelStream().map(look).toList();
        } catch (RuntimeException oneOfSeveral) {
            // Which column fails first is chance here, but not one after the other.
            return columns.stream().map(look).toList();
        }
    }

    @Override
    public ByColumn<S> merge(ByColumn<S> other) {
        var merged = new TreeMap<>(columns);
        other.columns.forEach((name, state) -> merged.merge(name, state, S::merge));
        return new ByColumn<>(merged);
    }
}
