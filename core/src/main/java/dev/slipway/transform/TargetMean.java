package dev.slipway.transform;

import dev.slipway.problem.SlipwayException;
import dev.slipway.source.Batch;
import dev.slipway.statistic.ByColumn;
import dev.slipway.statistic.Moments;
import dev.slipway.table.Table;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.IntStream;

/**
 * Puts in the place of each value the mean answer to the training rows that have it, drawn towards the mean of all rows the
 * more the fewer they are: the number itself, the share of the positive class, or of several classes the share of each in a
 * column of its own, {@code city:red}. Missing is a value; a value never seen gets the mean of all rows.
 *
 * <p>A training row is encoded by the rows of four of five folds, its own fold left out, so that its own answer is no part of
 * what describes it; the folds are every fifth row. Weights of rows are not looked at.
 *
 * @param columns which columns; empty for every column of words
 */
public record TargetMean(List<String> columns, Smoothing smoothing) implements Transformer<ByColumn<TargetSums>> {
    private static final int FOLDS = 5;
    private static final int MOST_VALUES = 200_000;

    /** How far a mean is drawn towards the mean of all rows. */
    public sealed interface Smoothing extends Serializable {
        /** @param of the answers to the rows of the value */
        double mean(Moments of, Moments all);

        /**
         * As far as the answers inside of a value scatter beside all of them (empirical Bayes):
         * {@code w × mean of the value + (1 - w) × mean of all} with {@code w = n v / (n v + u)}, where v is the population
         * variance of all answers and u the one inside of the value. Scikit-learn's {@code smooth="auto"}.
         */
        record Auto() implements Smoothing {
            @Override
            public double mean(Moments of, Moments all) {
                double between = of.count() * all.populationVariance();
                double share = between / (between + of.populationVariance());
                return Double.isNaN(share) ? all.mean() : share * of.mean() + (1 - share) * all.mean();
            }
        }

        /**
         * As if so many rows more had the mean of all: {@code (sum + rows × mean of all) / (n + rows)}.
         *
         * @param rows not negative; zero for no smoothing
         */
        record Rows(double rows) implements Smoothing {
            public Rows {
                if (!(rows >= 0 && Double.isFinite(rows))) {
                    throw SlipwayException.usage(
                            "TRANSFORM-RANGE",
                            "cannot smooth by %s rows".formatted(rows),
                            "target, smooth",
                            "write auto, or a number of rows from 0");
                }
            }

            @Override
            public double mean(Moments of, Moments all) {
                return (of.sum().value() + rows * all.mean()) / (of.count() + rows);
            }
        }
    }

    public TargetMean {
        columns = columns.stream().distinct().toList();
    }

    @Override
    public boolean readsTarget() {
        return true;
    }

    @Override
    public ByColumn<TargetSums> empty() {
        return ByColumn.none();
    }

    @Override
    public ByColumn<TargetSums> of(Batch batch) {
        var target = batch.table().column(TARGET);
        var states = new TreeMap<String, TargetSums>();
        for (var column : Chosen.of(
                batch.table().without(List.of(TARGET)),
                columns,
                each -> each.type().textual())) {
            states.put(column.name(), TargetSums.of(column, target));
        }
        return new ByColumn<>(states);
    }

    @Override
    public FittedTransformer finish(ByColumn<TargetSums> state) {
        var names = columns.isEmpty() ? List.copyOf(state.columns().keySet()) : columns;
        return new FittedTargetMean(names.stream()
                .map(name -> means(name, state.columns().getOrDefault(name, TargetSums.NONE)))
                .toList());
    }

    private FittedTargetMean.Means means(String column, TargetSums sums) {
        var all = sums.all();
        if (all.isEmpty()) {
            throw SlipwayException.usage(
                    "TRANSFORM-NO-ROWS",
                    "cannot encode by the target: two training rows are needed to encode each by the other",
                    "column '" + column + "'",
                    "bring more rows, or encode it with 'onehot' in 'features'");
        }
        if (sums.byValue().size() > MOST_VALUES) {
            throw SlipwayException.usage(
                    "TRANSFORM-TOO-MANY-VALUES",
                    "cannot encode by the target: %d distinct values, at most %d make sense"
                            .formatted(sums.byValue().size(), MOST_VALUES),
                    "column '" + column + "'",
                    "encode it with 'hash', or drop it in 'features'");
        }
        return new FittedTargetMean.Means(
                new KnownValues(column, List.copyOf(sums.byValue().keySet())),
                sums.labels(),
                sums.byValue().values().stream()
                        .map(of -> IntStream.range(0, all.size())
                                .mapToObj(i -> smoothing.mean(of.get(i), all.get(i)))
                                .toList())
                        .toList(),
                all.stream().map(Moments::mean).toList());
    }

    @Override
    public Table applyToTraining(FittedTransformer fitted, Table training) {
        var states = IntStream.range(0, FOLDS)
                .mapToObj(fold -> of(Batch.of(training.rows(rows(training, fold)))))
                .toList();
        var parts = new ArrayList<Table>();
        int[] places = new int[training.rows()];
        int next = 0;
        for (int fold = 0; fold < FOLDS && fold < training.rows(); fold++) {
            int[] rows = rows(training, fold);
            parts.add(finish(others(states, fold)).apply(training.rows(rows)));
            for (int row : rows) {
                places[row] = next++;
            }
        }
        return parts.isEmpty() ? fitted.apply(training) : Table.concat(parts).rows(places);
    }

    private static int[] rows(Table training, int fold) {
        return IntStream.range(0, training.rows())
                .filter(row -> row % FOLDS == fold)
                .toArray();
    }

    private ByColumn<TargetSums> others(List<ByColumn<TargetSums>> states, int fold) {
        var others = empty();
        for (int other = 0; other < states.size(); other++) {
            others = other == fold ? others : others.merge(states.get(other));
        }
        return others;
    }
}
