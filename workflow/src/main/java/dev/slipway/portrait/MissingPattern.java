package dev.slipway.portrait;

import java.util.List;

/**
 * Which columns are missing together.
 *
 * @param rows that were looked at
 * @param combinations of missing columns, the most frequent first; rows that lack nothing have no columns
 * @param others rows with combinations that are not listed
 */
public record MissingPattern(long rows, boolean exact, List<Combination> combinations, long others) {
    /** Some rows that lack exactly these columns. */
    public record Combination(List<String> columns, long rows) {
        public Combination {
            columns = List.copyOf(columns);
        }
    }

    public MissingPattern {
        combinations = List.copyOf(combinations);
    }
}
