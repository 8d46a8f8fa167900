package dev.slipway.model;

import dev.slipway.metric.UnlabelledMetric;
import dev.slipway.table.Table;
import java.util.List;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.IntStream;

/**
 * Centres; a row belongs to the nearest one, the first of equals, with certainty: its probability is 1, that of the others 0.
 * A missing number counts as 0, the mean of a scaled quantity. The clusters are called 1, 2 and so on.
 */
public final class ClusterModel implements Model {
    /** What a missing number counts as. */
    public static final double STAND_IN = 0;

    /** The column that answers stand in, for there is none in the data. */
    public static final String COLUMN = "cluster";

    private final List<String> columns;
    private final List<List<Double>> centres;

    /** @param centres two or more, a number for each feature of the columns */
    public ClusterModel(List<String> columns, List<List<Double>> centres) {
        if (centres.size() < 2 || centres.stream().anyMatch(centre -> centre.size() < columns.size())) {
            throw new IllegalArgumentException("%d centres for %d columns".formatted(centres.size(), columns.size()));
        }
        this.columns = List.copyOf(columns);
        this.centres = centres.stream().map(List::copyOf).toList();
    }

    @Override
    public Predictions predict(Table table) {
        int[] nearest = nearest(table);
        var member = new double[nearest.length * centres.size()];
        for (int row = 0; row < nearest.length; row++) {
            member[row * centres.size() + nearest[row]] = 1;
        }
        return Predictions.of(centres.size(), member);
    }

    /** The cluster of each row, from 0. */
    public int[] nearest(Table table) {
        double[] matrix = matrix(table);
        double[][] points = centres.stream()
                .map(centre -> centre.stream().mapToDouble(Double::doubleValue).toArray())
                .toArray(double[][]::new);
        int width = points[0].length;
        return IntStream.range(0, table.rows())
                .map(row -> nearest(matrix, row * width, points))
                .toArray();
    }

    private double[] matrix(Table table) {
        double[] matrix = Matrix.doubles(table, columns);
        if (matrix.length != table.rows() * centres.get(0).size()) {
            throw new IllegalArgumentException("%d numbers for %d rows of %d features"
                    .formatted(matrix.length, table.rows(), centres.get(0).size()));
        }
        for (int cell = 0; cell < matrix.length; cell++) {
            matrix[cell] = Double.isNaN(matrix[cell]) ? STAND_IN : matrix[cell];
        }
        return matrix;
    }

    private static int nearest(double[] matrix, int offset, double[][] points) {
        int nearest = 0;
        double least = Double.POSITIVE_INFINITY;
        for (int place = 0; place < points.length; place++) {
            double sum = 0;
            for (int feature = 0; feature < points[place].length; feature++) {
                double apart = matrix[offset + feature] - points[place][feature];
                sum += apart * apart;
            }
            if (sum < least) {
                least = sum;
                nearest = place;
            }
        }
        return nearest;
    }

    /** How well these rows lie in their clusters; absent where all lie in one. */
    private OptionalDouble silhouette(Table table) {
        double[] matrix = matrix(table);
        int width = centres.get(0).size();
        int[] nearest = nearest(table);
        return Silhouette.of(
                table.rows(),
                (row, other) -> {
                    double sum = 0;
                    for (int feature = 0; feature < width; feature++) {
                        double apart = matrix[row * width + feature] - matrix[other * width + feature];
                        sum += apart * apart;
                    }
                    return sum;
                },
                row -> nearest[row]);
    }

    /** One class a cluster. */
    @Override
    public Target.Classes answers(Target asked) {
        return new Target.Classes(
                COLUMN,
                IntStream.rangeClosed(1, centres.size())
                        .mapToObj(Integer::toString)
                        .toList());
    }

    @Override
    public SortedMap<String, Double> measured(Table rows) {
        var measured = new TreeMap<String, Double>();
        silhouette(rows).ifPresent(value -> measured.put(UnlabelledMetric.SILHOUETTE.id(), value));
        return measured;
    }

    @Override
    public Set<String> inputs() {
        return Set.copyOf(columns);
    }

    public List<String> columns() {
        return columns;
    }

    public List<List<Double>> centres() {
        return centres;
    }
}
