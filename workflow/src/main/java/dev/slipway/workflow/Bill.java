package dev.slipway.workflow;

import dev.slipway.project.Price;
import java.util.Locale;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What a training took.
 *
 * @param seconds from its beginning to its end
 * @param cpuSeconds of all processors, here and in the processes that trained for us; as far as the system says
 * @param price where the project says what computing costs
 */
public record Bill(double seconds, double cpuSeconds, Optional<Price> price) {
    /** As metrics of a run. */
    SortedMap<String, Double> metrics() {
        var metrics = new TreeMap<String, Double>();
        metrics.put("seconds", seconds);
        metrics.put("cpu_seconds", cpuSeconds);
        price.ifPresent(hour -> metrics.put("bill", hour.of(cpuSeconds)));
        return metrics;
    }

    /** Such as {@code 61.2 s, 83 CPU seconds, 0.0012 EUR}. */
    public String shown() {
        return String.format(Locale.ROOT, "%.1f s, %.0f CPU seconds", seconds, cpuSeconds)
                + price.map(hour -> ", " + hour.shown(cpuSeconds)).orElse("");
    }
}
