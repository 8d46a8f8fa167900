package dev.slipway.gate;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The figure of that part of a declared slice that does worst, written {@code worst_slice(Sex) roc_auc}.
 *
 * @param slice a column, or a condition over the columns
 * @param metric of the target's task
 */
public record WorstSlice(String slice, String metric) {
    private static final Pattern WRITTEN = Pattern.compile("\\s*worst_slice\\((.+)\\)\\s+([a-z][a-z0-9_]*).*");

    /** What a gate asks for, if it asks for a slice. */
    public static Optional<WorstSlice> of(String gate) {
        var matcher = WRITTEN.matcher(gate);
        return matcher.matches()
                ? Optional.of(new WorstSlice(matcher.group(1).strip(), matcher.group(2)))
                : Optional.empty();
    }

    /** The name it is recorded under. */
    public String measure() {
        return "worst_slice(%s) %s".formatted(slice, metric);
    }
}
