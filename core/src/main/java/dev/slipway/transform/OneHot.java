package dev.slipway.transform;

import dev.slipway.problem.SlipwayException;
import dev.slipway.source.Batch;
import dev.slipway.statistic.ByColumn;
import dev.slipway.statistic.Counts;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * A column of zeros and ones for each value a column had in training, in the order of the values, and one for missing
 * where a value was missing. Rare values can share one column, which is the last.
 *
 * @param columns which columns; empty for every column of words
 * @param omit which column of each is left out: the others say what it would
 * @param rare which values share a column
 * @param unseen what a value gets that was never seen in training; it is {@linkplain FittedTransformer#unseen counted} too
 */
public record OneHot(List<String> columns, Omit omit, Rare rare, Unseen unseen)
        implements Transformer<ByColumn<Counts<String>>> {
    /** More columns than this are made of no category but of a key or of free text. */
    static final int MOST_VALUES = 1_000;

    /** A model remembers each rare value, to know it from one never seen. */
    static final int MOST_RARE = 100_000;

    /** Which column is left out: for models that cannot bear columns that add up to one. */
    public enum Omit {
        /** None. */
        NONE,
        /** The first of each. */
        FIRST,
        /** The first where there are two. */
        IF_BINARY
    }

    /** What becomes of a value never seen in training. */
    public enum Unseen {
        /** All zeros. */
        IGNORE,
        /** The row is refused. */
        ERROR,
        /** It is one of the rare values, or all zeros where there are none. */
        RARE
    }

    /**
     * Which values are rare, as scikit-learn has it: those below the smallest frequency, and the rarest of all where more
     * columns would be made than allowed; of two equally frequent ones the smaller is the rarer.
     *
     * @param minFrequency a count, or a share of the rows if below one; zero for none
     * @param maxColumns the most columns, the one of the rare values counted; zero for any number
     */
    public record Rare(double minFrequency, int maxColumns) implements Serializable {
        /** No value is rare. */
        public static final Rare NONE = new Rare(0, 0);

        public Rare {
            if (!(minFrequency >= 0 && minFrequency <= Long.MAX_VALUE) || maxColumns < 0) {
                throw SlipwayException.usage(
                        "TRANSFORM-RANGE",
                        "a smallest frequency of %s, at most %d columns".formatted(minFrequency, maxColumns),
                        "onehot, min_frequency and max_categories",
                        "write a count, a share below 1, or 0 for none");
            }
        }

        /** The rare ones among the values. */
        List<String> of(Counts<String> counts) {
            double least = minFrequency < 1 ? minFrequency * counts.total() : minFrequency;
            var ascending = counts.byValue().entrySet().stream()
                    .sorted(Comparator.comparingLong(Map.Entry::getValue))
                    .toList();
            int rare = 0;
            while (rare < ascending.size() && ascending.get(rare).getValue() < least) {
                rare++;
            }
            int made = ascending.size() - rare + (rare > 0 ? 1 : 0);
            if (maxColumns > 0 && made > maxColumns) {
                rare = ascending.size() - maxColumns + 1;
            }
            return ascending.subList(0, rare).stream()
                    .map(Map.Entry::getKey)
                    .sorted()
                    .toList();
        }
    }

    public OneHot {
        columns = columns.stream().distinct().toList();
    }

    /** A column for each value, and zeros for a value never seen. */
    public OneHot(List<String> columns) {
        this(columns, Omit.NONE, Rare.NONE, Unseen.IGNORE);
    }

    @Override
    public ByColumn<Counts<String>> empty() {
        return ByColumn.none();
    }

    @Override
    public ByColumn<Counts<String>> of(Batch batch) {
        var states = new TreeMap<String, Counts<String>>();
        for (var column : Chosen.of(batch.table(), columns, each -> each.type().textual())) {
            states.put(column.name(), Words.counts(column));
        }
        return new ByColumn<>(states);
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
        return new FittedOneHot(encodings, unseen);
    }

    private OneHotEncoding encoding(String column, Counts<String> counts) {
        var few = rare.of(counts);
        var values = new ArrayList<>(counts.byValue().keySet());
        values.removeAll(new HashSet<>(few));
        int made = values.size() + (few.isEmpty() ? 0 : 1);
        if (made > MOST_VALUES) {
            throw SlipwayException.usage(
                    "TRANSFORM-TOO-MANY-VALUES",
                    "cannot one-hot encode: %d distinct values, at most %d make sense".formatted(made, MOST_VALUES),
                    "column '" + column + "'",
                    "set max_categories, encode it with 'target' or 'hash', or drop it in 'features'");
        }
        if (few.size() > MOST_RARE) {
            throw SlipwayException.usage(
                    "TRANSFORM-TOO-MANY-VALUES",
                    "cannot one-hot encode: %d rare values, at most %d make sense".formatted(few.size(), MOST_RARE),
                    "column '" + column + "'",
                    "encode it with 'hash', or drop it in 'features'");
        }
        boolean without = (omit == Omit.FIRST && made > 0) || (omit == Omit.IF_BINARY && made == 2);
        return new OneHotEncoding(column, values, few, without);
    }
}
