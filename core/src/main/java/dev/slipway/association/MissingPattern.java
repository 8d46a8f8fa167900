package dev.slipway.association;

import java.util.List;

/**
 * Rows in which exactly these columns have no value.
 *
 * @param columns in the order of the table; none for complete rows
 * @param rows of the sample
 * @param share of the sample, 0 to 1
 */
public record MissingPattern(List<String> columns, long rows, double share) {
    public MissingPattern {
        columns = List.copyOf(columns);
    }
}
