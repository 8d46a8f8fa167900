package dev.slipway.explain;

import dev.slipway.table.Table;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** How much each column moves the margin of a row, up or down, on average. */
public final class MeanContributions {
    private MeanContributions() {}

    /**
     * The mean absolute contribution over these rows, the largest first; with several classes, summed over them. The
     * interval says how much it depends on which rows they happened to be.
     */
    public static List<Importance> of(RowContributions contributions, Table rows) {
        var amounts = new LinkedHashMap<String, double[]>();
        for (int row = 0; row < rows.rows(); row++) {
            add(contributions.of(rows.slice(row, row + 1)), row, rows.rows(), amounts);
        }
        return amounts.entrySet().stream()
                .map(entry -> Importance.of(entry.getKey(), entry.getValue()))
                .sorted(Importance.FIRST)
                .toList();
    }

    private static void add(List<Contributions> margins, int row, int rows, Map<String, double[]> amounts) {
        for (var margin : margins) {
            for (var one : margin.columns()) {
                amounts.computeIfAbsent(one.name(), unseen -> new double[rows])[row] += Math.abs(one.amount());
            }
        }
    }
}
