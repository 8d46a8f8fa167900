package dev.slipway.explain;

import dev.slipway.explain.Dependence.Point;
import dev.slipway.likeness.Positions;
import dev.slipway.model.FittedPipeline;
import dev.slipway.model.Predictions;
import dev.slipway.statistic.ExactSum;
import dev.slipway.table.Column;
import dev.slipway.table.ColumnType;
import dev.slipway.table.Table;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;

/**
 * Asks a pipeline about the same rows again and again, each time with one value in all of them.
 *
 * @param most how many values of a column are asked about, a missing one not counted
 */
public record Dependences(int most) {
    private static final double EDGE = 0.01;
    private static final double TENTH = 0.1;

    /** Up to twenty values. */
    public static Dependences defaults() {
        return new Dependences(20);
    }

    /**
     * The dependence on one column, for each class but the first of two; over values that these rows have. Of numbers and
     * times those at even steps through the ordered values, from 1 % to 99 %; of words the most frequent, in their order;
     * at last the missing one, where a row has none.
     */
    public List<Dependence> of(FittedPipeline pipeline, Table rows, String column) {
        var values = rows.column(column);
        int[] chosen =
                values.type().textual() || values.type() == ColumnType.BOOLEAN ? frequent(values) : spread(values);
        return at(pipeline, rows, values.rows(chosen));
    }

    /** The same over the values of a column of its own, in their order. */
    public static List<Dependence> at(FittedPipeline pipeline, Table rows, Column grid) {
        var answers = new ArrayList<Predictions>();
        for (int point = 0; point < grid.size(); point++) {
            var everywhere = new int[rows.rows()];
            Arrays.fill(everywhere, point);
            answers.add(pipeline.predict(rows.with(grid.rows(everywhere))));
        }
        var labels = pipeline.target().labels();
        if (labels.isEmpty()) {
            return List.of(dependence(pipeline.target().column(), 0, grid, answers));
        }
        return IntStream.range(labels.size() == 2 ? 1 : 0, labels.size())
                .mapToObj(label -> dependence(labels.get(label), label, grid, answers))
                .toList();
    }

    private static Dependence dependence(String answer, int label, Column grid, List<Predictions> answers) {
        var points = IntStream.range(0, grid.size())
                .mapToObj(point -> point(grid.text(point), label, answers.get(point)))
                .toList();
        return new Dependence(grid.name(), answer, points);
    }

    private static Point point(String value, int label, Predictions answers) {
        double[] each = IntStream.range(0, answers.rows())
                .mapToDouble(row -> answers.probability(row, label))
                .sorted()
                .toArray();
        int tenth = (int) (TENTH * (each.length - 1));
        return new Point(value, ExactSum.of(each).value() / each.length, each[tenth], each[each.length - 1 - tenth]);
    }

    private int[] frequent(Column values) {
        var counts = new TreeMap<String, Integer>();
        var firsts = new TreeMap<String, Integer>();
        for (int row = 0; row < values.size(); row++) {
            var key = values.isMissing(row) ? "" : "=" + values.text(row);
            counts.merge(key, 1, Integer::sum);
            firsts.putIfAbsent(key, row);
        }
        var kept = counts.entrySet().stream()
                .filter(entry -> !entry.getKey().isEmpty())
                .sorted(Map.Entry.comparingByValue(Comparator.reverseOrder()))
                .limit(most)
                .map(Map.Entry::getKey)
                .sorted()
                .map(firsts::get);
        return withMissing(values, kept.mapToInt(Integer::intValue).toArray());
    }

    private int[] spread(Column values) {
        var ordered = IntStream.range(0, values.size())
                .filter(row -> !Double.isNaN(Positions.of(values, row)))
                .boxed()
                .sorted(Comparator.comparingDouble(row -> Positions.of(values, row)))
                .toList();
        if (ordered.isEmpty()) {
            return withMissing(values);
        }
        var chosen = new ArrayList<Integer>();
        for (int step = 0; step < most; step++) {
            double share = EDGE + (1 - 2 * EDGE) * step / Math.max(1, most - 1);
            int row = ordered.get((int) Math.rint(share * (ordered.size() - 1)));
            boolean known = !chosen.isEmpty()
                    && Positions.of(values, chosen.get(chosen.size() - 1)) == Positions.of(values, row);
            if (!known) {
                chosen.add(row);
            }
        }
        return withMissing(values, chosen.stream().mapToInt(Integer::intValue).toArray());
    }

    private static int[] withMissing(Column values, int... chosen) {
        var missing =
                IntStream.range(0, values.size()).filter(values::isMissing).limit(1);
        return IntStream.concat(Arrays.stream(chosen), missing).toArray();
    }
}
