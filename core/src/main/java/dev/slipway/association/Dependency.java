package dev.slipway.association;

import java.util.List;

/**
 * One or two columns that say what a third one is: where they repeat, it repeats, but for the violations.
 *
 * @param repeats rows whose determining values an earlier row has: how often it could have been violated
 * @param violations rows that have another value than most rows of the same determining values
 * @param expected violations if the columns had nothing to do with each other
 * @param violating the first of them
 */
public record Dependency(
        List<String> determining,
        String determined,
        long repeats,
        long violations,
        double expected,
        List<Violation> violating) {
    /**
     * A row that breaks the dependency.
     *
     * @param values of the determining columns
     * @param value of the determined one; empty where missing
     * @param usual what most rows of the same determining values have
     */
    public record Violation(SampledRow row, List<String> values, String value, String usual) {
        public Violation {
            values = List.copyOf(values);
        }
    }

    public Dependency {
        determining = List.copyOf(determining);
        violating = List.copyOf(violating);
    }

    /** Whether no row breaks it. */
    public boolean holds() {
        return violations == 0;
    }
}
