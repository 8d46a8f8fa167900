package dev.slipway.transform;

import dev.slipway.engine.Mergeable;
import dev.slipway.problem.SlipwayException;
import dev.slipway.source.Batch;
import dev.slipway.statistic.Comoments;
import dev.slipway.table.Column;
import java.io.Serializable;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Principal components: the directions in which the training rows vary most, instead of the columns themselves. Components
 * are called {@code pc1}, {@code pc2}, … in the order of their variance (divided by count − 1). A direction has no sign of
 * its own: of its weights the largest in size, of several the first, is positive.
 *
 * <p>Rows with a missing value teach nothing and have no components: impute first. Columns of one unit, or scaled ones, should
 * come in. Sums are exact, so the order of the rows cannot be seen; they grow with the square of the columns.
 *
 * @param columns which columns, at most {@value #MOST_COLUMNS}; empty for all of quantities
 * @param keep how many components
 * @param prefix what the names of the components begin with
 */
public record Pca(List<String> columns, Keep keep, String prefix) implements Transformer<Pca.Seen> {
    static final int MOST_COLUMNS = 300;

    /** How many components are kept. */
    public sealed interface Keep extends Serializable {
        /** The first so many; of fewer columns, as many as there are. */
        record Components(int count) implements Keep {
            public Components {
                if (count < 1) {
                    throw range("cannot keep %d components".formatted(count), "components: 3");
                }
            }
        }

        /** As many as it takes to keep this share of the variance of all columns, above 0 and at most 1. */
        record Share(double share) implements Keep {
            public Share {
                if (!(share > 0 && share <= 1)) {
                    throw range("cannot keep the share %s of the variance".formatted(share), "share: 0.95");
                }
            }
        }

        private static SlipwayException range(String what, String instead) {
            return SlipwayException.usage(
                    "TRANSFORM-RANGE", what, "pca", "write " + instead + ", or another within its limits");
        }
    }

    /** How the columns vary together in whole rows; of no columns before any were seen. */
    public record Seen(List<String> columns, Comoments together) implements Mergeable<Seen> {
        public Seen {
            columns = List.copyOf(columns);
        }

        @Override
        public Seen merge(Seen other) {
            return new Seen(columns.isEmpty() ? other.columns : columns, together.merge(other.together));
        }
    }

    public Pca {
        columns = columns.stream().distinct().toList();
    }

    @Override
    public Seen empty() {
        return new Seen(List.of(), Comoments.NONE);
    }

    @Override
    public Seen of(Batch batch) {
        var chosen = Numbers.chosen(batch.table(), columns, "rotated");
        if (chosen.isEmpty()) {
            return empty();
        }
        if (chosen.size() > MOST_COLUMNS) {
            throw SlipwayException.usage(
                    "TRANSFORM-TOO-MANY-COLUMNS",
                    "%d columns are more than the %d whose products can be remembered"
                            .formatted(chosen.size(), MOST_COLUMNS),
                    "pca, columns, first column '%s'".formatted(chosen.get(0).name()),
                    "name fewer columns: - pca: {columns: [a, b], components: 2}");
        }
        return new Seen(
                chosen.stream().map(Column::name).toList(),
                Comoments.of(whole(batch.table().rows(), chosen)));
    }

    /** The numbers of the rows in which no value is missing, column by column. */
    private static double[][] whole(int rows, List<Column> chosen) {
        int[] whole = IntStream.range(0, rows)
                .filter(row -> chosen.stream().noneMatch(column -> column.isMissing(row)))
                .toArray();
        return chosen.stream()
                .map(column -> Numbers.present(column.rows(whole)))
                .toArray(double[][]::new);
    }

    @Override
    public FittedTransformer finish(Seen state) {
        return state.columns().isEmpty()
                ? new FittedPca(List.of(), Doubles.of(), List.of())
                : fitted(state.columns(), state.together());
    }

    private FittedPca fitted(List<String> names, Comoments together) {
        if (together.count() < 2) {
            throw SlipwayException.usage(
                    "TRANSFORM-NO-ROWS",
                    "cannot find principal components: %d rows have a value in every column"
                            .formatted(together.count()),
                    "column '%s' and %d others".formatted(names.get(0), names.size() - 1),
                    "impute the columns first, or name those that have values");
        }
        var eigen = Eigen.of(covariances(names, together));
        double[] means =
                IntStream.range(0, names.size()).mapToDouble(together::mean).toArray();
        double total = Arrays.stream(eigen.values()).sum();
        var components = IntStream.range(0, kept(eigen.values(), total))
                .mapToObj(place -> new FittedPca.Component(
                        prefix + (place + 1),
                        Doubles.of(eigen.vector(place)),
                        eigen.values()[place],
                        total == 0 ? 0 : eigen.values()[place] / total))
                .toList();
        return new FittedPca(names, Doubles.of(means), components);
    }

    private static double[][] covariances(List<String> names, Comoments together) {
        double[][] matrix = new double[names.size()][names.size()];
        for (int row = 0; row < matrix.length; row++) {
            for (int column = 0; column < matrix.length; column++) {
                matrix[row][column] = together.covariance(row, column);
                if (!Double.isFinite(matrix[row][column])) {
                    throw Numbers.tooLarge(names.get(row), "find principal components");
                }
            }
        }
        return matrix;
    }

    private int kept(double[] variances, double total) {
        if (keep instanceof Keep.Components components) {
            return Math.min(components.count(), variances.length);
        }
        double share = keep instanceof Keep.Share some ? some.share() : 1;
        double sum = 0;
        int kept = 0;
        while (kept < variances.length && (kept == 0 || sum < share * total)) {
            sum += variances[kept++];
        }
        return kept;
    }
}
