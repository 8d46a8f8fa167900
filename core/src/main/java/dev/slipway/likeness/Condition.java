package dev.slipway.likeness;

/**
 * Something that rows can have in common.
 *
 * @param column of the data
 * @param value as people write it; empty where the kind needs none
 */
public record Condition(String column, Kind kind, String value) {
    /** How the column is compared. */
    public enum Kind {
        IS("%s = '%s'"),
        AT_MOST("%s <= %s"),
        ABOVE("%s > %s"),
        MISSING("%s is missing%s");

        private final String pattern;

        Kind(String pattern) {
            this.pattern = pattern;
        }
    }

    /** As in {@code cabin = 'inside'}, {@code age <= 30}, {@code age is missing}. */
    @Override
    public String toString() {
        return kind.pattern.formatted(column, value);
    }
}
