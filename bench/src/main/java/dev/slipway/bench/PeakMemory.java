package dev.slipway.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The most memory that processes held at any time so far, in megabytes, as Linux counts it; {@code NaN} elsewhere. */
final class PeakMemory {
    private static final double KILOBYTES = 1024;

    private PeakMemory() {}

    static double ofThis() throws IOException {
        return of(ProcessHandle.current().pid());
    }

    /** Of the processes that this one started and that still run, added up. */
    static double ofChildren() throws IOException {
        double sum = 0;
        for (var child : ProcessHandle.current().children().toList()) {
            sum += of(child.pid());
        }
        return sum;
    }

    private static double of(long pid) throws IOException {
        var status = Path.of("/proc/" + pid + "/status");
        if (!Files.exists(status)) {
            return Double.NaN;
        }
        return Files.readAllLines(status).stream()
                        .filter(line -> line.startsWith("VmHWM:"))
                        .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
                        .sum()
                / KILOBYTES;
    }
}
