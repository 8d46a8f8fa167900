package dev.slipway.project;

import java.util.Locale;

/**
 * What computing costs.
 *
 * @param cpuHour of one processor that is busy for an hour
 * @param unit such as EUR
 */
public record Price(double cpuHour, String unit) {
    private static final double SECONDS = 3_600;

    /** What so many seconds of processors cost. */
    public double of(double cpuSeconds) {
        return cpuHour * cpuSeconds / SECONDS;
    }

    /** The same for people, such as {@code 0.0021 EUR}. */
    public String shown(double cpuSeconds) {
        return String.format(Locale.ROOT, "%.2g %s", of(cpuSeconds), unit).strip();
    }
}
