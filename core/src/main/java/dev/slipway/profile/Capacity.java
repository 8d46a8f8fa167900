package dev.slipway.profile;

/**
 * How much a profile remembers exactly of each column, so that all columns together stay within some hundred megabytes however
 * long the data are.
 *
 * @param distinct values that are told apart one by one
 * @param keys rows among which repeats are looked for
 */
record Capacity(int distinct, int keys) {
    private static final int MOST_DISTINCT = 1 << 16;
    private static final int ALL_DISTINCT = 1 << 22;
    private static final int ALL_KEYS = 1 << 23;
    private static final int FEWEST = 1 << 10;

    /** For a table of this many columns. */
    static Capacity of(int columns) {
        int share = Math.max(1, columns);
        return new Capacity(
                Math.min(MOST_DISTINCT, Math.max(FEWEST, ALL_DISTINCT / share)), Math.max(FEWEST, ALL_KEYS / share));
    }
}
