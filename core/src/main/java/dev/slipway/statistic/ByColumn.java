package dev.slipway.statistic;

import dev.slipway.engine.Mergeable;
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A state for each of several columns.
 *
 * @param <S> the state of one column
 */
public record ByColumn<S extends Mergeable<S>>(SortedMap<String, S> columns) implements Mergeable<ByColumn<S>> {
    public ByColumn {
        columns = Collections.unmodifiableSortedMap(columns);
    }

    public static <S extends Mergeable<S>> ByColumn<S> none() {
        return new ByColumn<>(new TreeMap<String, S>());
    }

    @Override
    public ByColumn<S> merge(ByColumn<S> other) {
        var merged = new TreeMap<>(columns);
        other.columns.forEach((name, state) -> merged.merge(name, state, S::merge));
        return new ByColumn<>(merged);
    }
}
