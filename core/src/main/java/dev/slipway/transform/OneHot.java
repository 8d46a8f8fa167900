package dev.slipway.transform;

import dev.slipway.problem.SlipwayException;
import dev.slipway.source.Batch;
import dev.slipway.statistic.ByColumn;
import dev.slipway.statistic.Counts;
import dev.slipway.table.Column;
import java.util.HashSet;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.IntStream;

/**
 * A column of zeros and ones for each value a column had in training, in the order of the values, and one for missing
 * where a value was missing. A value never seen in training is all zeros.
 *
 * @param columns which columns; empty for every column of words
 */
public record OneHot(List<String> columns) implements Transformer<ByColumn<Counts<String>>> {
    /** More values than this are no category but a key or free text. */
    static final int MOST_VALUES = 1_000;

    static final String MISSING = "<missing>";

    public OneHot {
        columns = columns.stream().distinct().toList();
    }

    @Override
    public ByColumn<Counts<String>> empty() {
        return ByColumn.none();
    }

    @Override
    public ByColumn<Counts<String>> of(Batch batch) {
        var states = new TreeMap<String, Counts<String>>();
        for (var column : Chosen.of(batch.table(), columns, each -> each.type().textual())) {
            states.put(column.name(), Counts.of(words(column)));
        }
        return new ByColumn<>(states);
    }

    private static String[] words(Column column) {
        return IntStream.range(0, column.size())
                .mapToObj(row -> word(column, row))
                .toArray(String[]::new);
    }

    static String word(Column column, int row) {
        return column.isMissing(row) ? MISSING : column.text(row);
    }

    @Override
    public FittedTransformer finish(ByColumn<Counts<String>> state) {
        var names = columns.isEmpty() ? List.copyOf(state.columns().keySet()) : columns;
        var encodings = names.stream()
                .map(name -> encoding(name, state.columns().getOrDefault(name, Counts.none())))
                .toList();
        var made = new HashSet<String>();
        TakenNames.refuse(
                "one-hot",
                encodings.stream()
                        .flatMap(encoding -> encoding.outputs().stream())
                        .filter(name -> !made.add(name))
                        .toList());
        return new FittedOneHot(encodings);
    }

    private static FittedOneHot.Encoding encoding(String column, Counts<String> counts) {
        int distinct = counts.byValue().size();
        if (distinct > MOST_VALUES) {
            throw SlipwayException.usage(
                    "TRANSFORM-TOO-MANY-VALUES",
                    "cannot one-hot encode: %d distinct values, at most %d make sense".formatted(distinct, MOST_VALUES),
                    "column '" + column + "'",
                    "drop the column in 'features', or derive something shorter from it");
        }
        return new FittedOneHot.Encoding(column, List.copyOf(counts.byValue().keySet()));
    }
}
