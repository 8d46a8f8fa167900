package dev.slipway.explain;

import dev.slipway.model.FittedPipeline;
import dev.slipway.shapley.Shares.Share;
import dev.slipway.statistic.ExactSum;
import dev.slipway.table.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.IntStream;

/**
 * What each column adds to the answer of any model: Shapley values over all sets of columns that may be known, where those
 * that are not have the values of other rows (interventional). For models without a margin, such as rules, that read few
 * columns; the answer itself is shared out, a probability or a number. Immutable, thread-safe.
 */
public final class ExactContributions {
    /** 2 to this power sets are asked about, each on every row of the background. */
    private static final int MOST_COLUMNS = 8;

    private final FittedPipeline pipeline;
    private final Table background;
    private final List<String> columns;

    private ExactContributions(FittedPipeline pipeline, Table background, List<String> columns) {
        this.pipeline = pipeline;
        this.background = background;
        this.columns = columns;
    }

    /**
     * Empty where the model reads more than eight columns, or none.
     *
     * @param background rows of the data, at least one: what columns are where they are not known
     */
    public static Optional<ExactContributions> of(FittedPipeline pipeline, Table background) {
        var columns = List.copyOf(new TreeSet<>(pipeline.inputs()));
        return columns.isEmpty() || columns.size() > MOST_COLUMNS
                ? Optional.empty()
                : Optional.of(new ExactContributions(pipeline, background, columns));
    }

    /** How the answer to the first row of a table came about: for the positive one of two classes, for each of more. */
    public List<Contributions> of(Table row) {
        var answers = new ArrayList<List<Double>>();
        for (int known = 0; known < 1 << columns.size(); known++) {
            answers.add(means(row, known));
        }
        var labels = pipeline.target().labels();
        if (labels.isEmpty()) {
            return List.of(contributions(pipeline.target().column(), 0, answers));
        }
        return IntStream.range(labels.size() == 2 ? 1 : 0, labels.size())
                .mapToObj(label -> contributions(labels.get(label), label, answers))
                .toList();
    }

    /** The mean answers when these columns, a bit each, have the values of the row. */
    private List<Double> means(Table row, int known) {
        var table = background;
        for (int column = 0; column < columns.size(); column++) {
            if ((known & 1 << column) != 0) {
                table = table.with(row.column(columns.get(column)).rows(new int[background.rows()]));
            }
        }
        var predictions = pipeline.predict(table);
        return IntStream.range(0, predictions.classes())
                .mapToObj(label -> ExactSum.of(predictions.rows(), each -> predictions.probability(each, label))
                                .value()
                        / predictions.rows())
                .toList();
    }

    private Contributions contributions(String label, int place, List<List<Double>> answers) {
        var added = new ArrayList<Contribution>();
        for (int column = 0; column < columns.size(); column++) {
            double sum = 0;
            for (int known = 0; known < answers.size(); known++) {
                if ((known & 1 << column) == 0) {
                    double more = answers.get(known | 1 << column).get(place)
                            - answers.get(known).get(place);
                    sum += more * weight(Integer.bitCount(known));
                }
            }
            var name = columns.get(column);
            added.add(new Contribution(List.of(name), List.of(new Share(name, name, sum))));
        }
        return new Contributions(label, answers.get(0).get(place), added);
    }

    /** In which part of all orders of the columns exactly these many, and no others, come before one of the rest. */
    private double weight(int before) {
        double ways = columns.size();
        for (int taken = 1; taken <= before; taken++) {
            ways = ways * (columns.size() - taken) / taken;
        }
        return 1 / ways;
    }
}
