package dev.slipway.cli;

import dev.slipway.problem.SlipwayException;
import java.util.Optional;
import picocli.CommandLine.Option;

/** How many threads a command may work with. */
final class ThreadsOption {
    private static final int MOST = 1_024;

    @Option(
            names = "--threads",
            paramLabel = "N",
            description = "Work with so many threads; the results are the same (default: one a processor).")
    private Optional<Integer> threads = Optional.empty();

    int count() {
        int count = threads.orElseGet(Runtime.getRuntime()::availableProcessors);
        if (count < 1 || count > MOST) {
            throw SlipwayException.usage(
                    "THREADS",
                    "%d threads make no sense".formatted(count),
                    "--threads",
                    "give a number from 1 to " + MOST);
        }
        return count;
    }
}
