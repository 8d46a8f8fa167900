package dev.slipway.analysis;

import dev.slipway.model.Predictions;
import dev.slipway.table.Column;
import dev.slipway.table.Table;
import dev.slipway.transform.Pca;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/**
 * A row as a point of a chart, along the two directions in which all rows vary most.
 *
 * @param row its place in the table, from 0
 * @param cluster its place among the names, from 0
 */
public record ClusterPoint(int row, double across, double up, int cluster) {
    private static final long SEED = 20_260_101;
    private static final int MOST_COLUMNS = 300;

    /**
     * The points of these rows, or of a sample of them that is always the same one; none where less than two columns hold numbers.
     *
     * @param prepared the rows as the model sees them, scaled and without gaps; a row with a gap has no point
     * @param most points
     */
    public static List<ClusterPoint> of(Table prepared, Predictions answers, int most) {
        var numbers = prepared.columns().stream()
                .filter(column -> column.type().numeric())
                .map(Column::name)
                .limit(MOST_COLUMNS)
                .toList();
        if (numbers.size() < 2 || prepared.rows() < 2) {
            return List.of();
        }
        int rows = prepared.rows();
        int[] shown = rows <= most
                ? IntStream.range(0, rows).toArray()
                : new SplittableRandom(SEED)
                        .ints(0, rows)
                        .distinct()
                        .limit(most)
                        .sorted()
                        .toArray();
        var some = prepared.select(numbers).rows(shown);
        var rotated = new Pca(List.copyOf(numbers), new Pca.Keep.Components(2), "pc")
                .fit(some)
                .apply(some);
        return IntStream.range(0, shown.length)
                .filter(place -> !rotated.column("pc1").isMissing(place))
                .mapToObj(place -> new ClusterPoint(
                        shown[place],
                        rotated.column("pc1").number(place),
                        rotated.column("pc2").number(place),
                        answers.label(shown[place])))
                .toList();
    }
}
