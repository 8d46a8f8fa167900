package dev.slipway.search;

import java.time.Duration;
import java.util.Collection;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * What this process and those it started have used of the processors, as the system counts it. Of a process that ended,
 * what it had used when it was last looked at counts. Zero where the system does not say. Thread-safe.
 */
public final class CpuClock {
    private final Map<Long, Double> children = new ConcurrentHashMap<>();

    /** Seconds, of all processors together. */
    public double seconds() {
        var own = ProcessHandle.current();
        own.children().forEach(child -> children.merge(child.pid(), used(child), Math::max));
        return used(own) + sum(children.values());
    }

    private static double used(ProcessHandle process) {
        return process.info().totalCpuDuration().map(Duration::toNanos).orElse(0L) / 1e9;
    }

    private static double sum(Collection<Double> seconds) {
        return seconds.stream().mapToDouble(Double::doubleValue).sum();
    }
}
