package dev.slipway.transform;

import dev.slipway.engine.Mergeable;
import dev.slipway.problem.SlipwayException;
import dev.slipway.source.Batch;
import dev.slipway.statistic.ByColumn;
import dev.slipway.statistic.Distribution;
import dev.slipway.statistic.Moments;
import dev.slipway.table.Column;
import dev.slipway.table.Table;
import java.util.Arrays;
import java.util.List;

/**
 * What steps remember of the numbers present in a column: their moments or their distribution; what a step does not need
 * stays empty. Distributions are exact up to {@value #MOST} distinct numbers of a column (16 bytes each), fewer where there
 * are many columns, so that a step never remembers more than about a gigabyte; beyond, figures are within {@link
 * Distribution#PRECISION}. How many is a matter of the number of columns alone.
 */
public record Numbers(Moments moments, Distribution distribution) implements Mergeable<Numbers> {
    /** The most distinct numbers of one column that are remembered exactly. */
    static final int MOST = 1_000_000;

    private static final int OF_ALL_COLUMNS = 50_000_000;
    private static final int LEAST = 5_000;

    private static final Distribution NO_DISTRIBUTION = Distribution.of(MOST);

    /** Nothing was seen, or nothing needs to be remembered. */
    static final Numbers NONE = new Numbers(Moments.EMPTY, NO_DISTRIBUTION);

    /** Count, mean, spread and range of each chosen column of some rows; with none named, of every quantity. */
    static ByColumn<Numbers> moments(Batch batch, List<String> named, String doing) {
        return ByColumn.of(chosen(batch.table(), named, doing), Numbers::moments);
    }

    /** Every distinct number of each chosen column, with its count. */
    static ByColumn<Numbers> distributions(Batch batch, List<String> named, String doing) {
        return distributions(MOST, batch, named, doing);
    }

    /** The same, exact up to so many distinct numbers at most. */
    static ByColumn<Numbers> distributions(int most, Batch batch, List<String> named, String doing) {
        var chosen = chosen(batch.table(), named, doing);
        int room = Math.min(most, room(chosen.size()));
        return ByColumn.of(chosen, column -> distribution(column, room));
    }

    /** How many distinct numbers of each of so many columns are remembered exactly. */
    static int room(int columns) {
        return Math.max(LEAST, Math.min(MOST, OF_ALL_COLUMNS / Math.max(1, columns)));
    }

    static Numbers moments(Column column) {
        return new Numbers(Moments.of(present(column)), NO_DISTRIBUTION);
    }

    static Numbers distribution(Column column, int room) {
        return new Numbers(Moments.EMPTY, Distribution.of(room, present(column)));
    }

    /** The columns that were named, which must be numeric, or every quantity when none was. */
    static List<Column> chosen(Table table, List<String> named, String doing) {
        var columns = Chosen.of(table, named, column -> column.type().quantity());
        for (var column : columns) {
            if (!column.type().numeric()) {
                throw SlipwayException.usage(
                        "TRANSFORM-NOT-A-NUMBER",
                        "the column is %s and cannot be %s"
                                .formatted(column.type().label(), doing),
                        "column '" + column.name() + "'",
                        column.type().textual()
                                ? "name numbers only; encode text first: - onehot: {columns: [%s]}"
                                        .formatted(column.name())
                                : "name numbers only; take the parts of a time first: - time: {columns: [%s]}"
                                        .formatted(column.name()));
            }
        }
        return columns;
    }

    /** The numbers present; one that is not finite would spoil every figure, and is refused. */
    static double[] present(Column column) {
        var values = new double[column.size() - column.missing().count()];
        for (int row = 0, place = 0; row < column.size(); row++) {
            if (!column.isMissing(row)) {
                values[place++] = finite(column, row);
            }
        }
        return values;
    }

    private static double finite(Column column, int row) {
        double value = column.number(row);
        if (Double.isFinite(value)) {
            return value;
        }
        throw SlipwayException.usage(
                "TRANSFORM-NOT-FINITE",
                "cannot learn from the value %s".formatted(value),
                "column '%s'".formatted(column.name()),
                "mend it in the source, or make it missing in 'features': - derive: {%s: %s + 0}"
                        .formatted(column.name(), column.name()));
    }

    static SlipwayException tooLarge(String column, String doing) {
        return SlipwayException.usage(
                "TRANSFORM-TOO-LARGE",
                "cannot %s: the spread of the values is beyond a double".formatted(doing),
                "column '" + column + "'",
                "drop the column, or derive smaller numbers from it, for example LN(%s)".formatted(column));
    }

    @Override
    public Numbers merge(Numbers other) {
        return new Numbers(moments.merge(other.moments), distribution.merge(other.distribution));
    }

    /** Every distinct number, ascending. */
    double[] distinct() {
        var values = new double[distribution.distinct()];
        Arrays.setAll(values, distribution::value);
        return values;
    }

    /** A quantile by linear interpolation (type 7), as near as it is known; {@code NaN} where nothing was seen. */
    double quantile(double q) {
        return distribution.quantile(q).value();
    }

    /** The number seen most often, of several the smallest. At least one was seen. */
    double mostFrequent() {
        int best = 0;
        for (int place = 1; place < distribution.distinct(); place++) {
            best = distribution.countAt(place) > distribution.countAt(best) ? place : best;
        }
        return distribution.value(best);
    }
}
