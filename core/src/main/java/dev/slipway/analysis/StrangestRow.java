package dev.slipway.analysis;

import dev.slipway.model.FittedPipeline;
import dev.slipway.model.IsolationModel;
import dev.slipway.model.Predictions;
import dev.slipway.statistic.Counts;
import dev.slipway.statistic.Moments;
import dev.slipway.table.Column;
import dev.slipway.table.Table;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/**
 * A row that an isolation forest finds strange, with the values of it that are the rarest by themselves. It may be strange by
 * none: then it is the values together.
 *
 * @param row its place in the table, from 0
 * @param where its file and record, as people find it
 */
public record StrangestRow(int row, String where, double strangeness, List<String> reasons) {
    private static final int MOST_REASONS = 3;
    private static final double FAR = 2;
    private static final double RARE = 0.02;
    private static final int MOST_WORDS = 1_000;

    /** A value that few rows have; the larger, the fewer. */
    private record Reason(double strength, String sentence) {}

    public StrangestRow {
        reasons = List.copyOf(reasons);
    }

    /** The strangest of these rows, the strangest first, of equals the earlier. */
    public static List<StrangestRow> of(Table data, Predictions strangeness, int most) {
        int[] strangest = IntStream.range(0, data.rows())
                .boxed()
                .sorted(Comparator.comparingDouble(row -> -strangeness.number(row)))
                .limit(most)
                .mapToInt(Integer::intValue)
                .toArray();
        var reasons = new ArrayList<List<Reason>>();
        for (int i = 0; i < strangest.length; i++) {
            reasons.add(new ArrayList<>());
        }
        for (var column : data.columns()) {
            addReasons(column, strangest, reasons);
        }
        return IntStream.range(0, strangest.length)
                .mapToObj(place -> new StrangestRow(
                        strangest[place],
                        data.origins().where(strangest[place]),
                        strangeness.number(strangest[place]),
                        strongest(reasons.get(place))))
                .toList();
    }

    /** None where the pipeline does not answer how strange rows are. */
    public static List<StrangestRow> of(Table data, FittedPipeline fitted, int most) {
        return fitted.model() instanceof IsolationModel ? of(data, fitted.predict(data), most) : List.of();
    }

    private static List<String> strongest(List<Reason> reasons) {
        return reasons.stream()
                .sorted(Comparator.comparingDouble(Reason::strength).reversed())
                .limit(MOST_REASONS)
                .map(Reason::sentence)
                .toList();
    }

    private static void addReasons(Column column, int[] rows, List<List<Reason>> reasons) {
        if (column.type().quantity()) {
            var seen = Moments.of(column);
            double deviation = seen.populationDeviation();
            for (int place = 0; place < rows.length && deviation > 0; place++) {
                double apart = (column.number(rows[place]) - seen.mean()) / deviation;
                if (Math.abs(apart) >= FAR) {
                    reasons.get(place).add(far(column, rows[place], apart));
                }
            }
            return;
        }
        var seen = Counts.of(IntStream.range(0, column.size())
                .filter(row -> !column.isMissing(row))
                .mapToObj(column::text)
                .toArray(String[]::new));
        for (int place = 0; place < rows.length && seen.byValue().size() <= MOST_WORDS; place++) {
            long same = seen.byValue().getOrDefault(column.text(rows[place]), 0L);
            if (!column.isMissing(rows[place]) && same <= RARE * seen.total()) {
                reasons.get(place).add(rare(column, rows[place], same, seen.total()));
            }
        }
    }

    private static Reason far(Column column, int row, double apart) {
        return new Reason(
                Math.abs(apart),
                String.format(
                        Locale.ROOT,
                        "%s is %s, %.1f standard deviations %s the mean",
                        column.name(),
                        ColumnContrast.number(column.number(row)),
                        Math.abs(apart),
                        apart > 0 ? "above" : "below"));
    }

    private static Reason rare(Column column, int row, long same, long all) {
        return new Reason(
                Math.sqrt((double) all / same),
                "%s is '%s', as in %d of %d rows".formatted(column.name(), column.text(row), same, all));
    }
}
