package dev.slipway.portrait;

import dev.slipway.statistic.Figure;
import dev.slipway.table.ColumnType;
import java.util.List;
import java.util.Optional;

/**
 * What a person is shown of one column.
 *
 * @param kind what the values look like, whatever the file says they are
 * @param missing how many rows have no value
 * @param bins the histogram of a column of quantities; none for words
 * @param top the most frequent values, the most frequent first
 * @param remarks in a few words each, the most important first
 */
public record ColumnPortrait(
        String name,
        ColumnType kind,
        long rows,
        long missing,
        Figure distinct,
        Optional<Spread> spread,
        List<Bin> bins,
        List<Top> top,
        List<Extreme> smallest,
        List<Extreme> largest,
        Optional<Lengths> lengths,
        List<Shape> shapes,
        Optional<Timeline> timeline,
        List<Remark> remarks) {
    /**
     * Where the numbers of a column lie. Timestamps count as microseconds since 1970.
     *
     * @param deviation {@code NaN} below two values
     */
    public record Spread(double min, double max, double mean, double deviation, List<Quantile> quantiles) {
        public Spread {
            quantiles = List.copyOf(quantiles);
        }

        /** The middle value; {@code NaN} where no quantile is known. */
        public double median() {
            return quantiles.stream()
                    .filter(quantile -> quantile.of() == 0.5)
                    .mapToDouble(quantile -> quantile.at().value())
                    .findFirst()
                    .orElse(Double.NaN);
        }
    }

    /**
     * The value below which a share of the values lies.
     *
     * @param of from 0 to 1
     * @param at its error is a share of the values
     */
    public record Quantile(double of, Figure at) {}

    /** A bar of a histogram: how many values lie from low (inclusive) to high (exclusive, but for the last bar); low and high of a single whole number are the same. */
    public record Bin(double low, double high, Figure count) {}

    /** A value that is there often. */
    public record Top(String value, Figure count, double share) {}

    /**
     * A number at an end of the column.
     *
     * @param record the first that has it, from 1
     */
    public record Extreme(double value, long count, long record) {}

    /** How long the texts are, in characters. */
    public record Lengths(int min, double mean, int max) {}

    /** A form that texts have, such as {@code A9 9A}. */
    public record Shape(String form, Figure count) {}

    /** When the timestamps begin, end, and are silent for longest; microseconds since 1970. */
    public record Timeline(long first, long last, long gapStart, long gapEnd) {}

    public ColumnPortrait {
        bins = List.copyOf(bins);
        top = List.copyOf(top);
        smallest = List.copyOf(smallest);
        largest = List.copyOf(largest);
        shapes = List.copyOf(shapes);
        remarks = List.copyOf(remarks);
    }

    public long present() {
        return rows - missing;
    }

    /** 0 where there are no rows. */
    public double missingShare() {
        return rows == 0 ? 0 : (double) missing / rows;
    }
}
