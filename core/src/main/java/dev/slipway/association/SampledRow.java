package dev.slipway.association;

import java.io.Serializable;
import java.util.Comparator;

/**
 * Where a row came from.
 *
 * @param record logical, from 1
 * @param line physical, from 1; 0 where the source has no lines
 */
public record SampledRow(String source, long record, long line) implements Comparable<SampledRow>, Serializable {
    private static final Comparator<SampledRow> ORDER = Comparator.comparing(SampledRow::source)
            .thenComparingLong(SampledRow::record)
            .thenComparingLong(SampledRow::line);

    @Override
    public int compareTo(SampledRow other) {
        return ORDER.compare(this, other);
    }

    /** "people.csv, row 4 (line 5)". */
    @Override
    public String toString() {
        return line == 0
                ? "%s, row %d".formatted(source, record)
                : "%s, row %d (line %d)".formatted(source, record, line);
    }
}
