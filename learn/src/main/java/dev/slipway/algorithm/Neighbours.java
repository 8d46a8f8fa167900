package dev.slipway.algorithm;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;

/**
 * Whether other programs leave this machine's cores to a training that begins now. Threads that wait for each other a
 * thousand times a second do it fastest by spinning for a moment, if nobody else could use the core meanwhile: on a busy machine
 * the same makes them wait for each other several times longer.
 */
final class Neighbours {
    /** How often a thread looks again before it sleeps: some thirty microseconds. */
    static final String SPINS = "2000";

    private static final Path LOAD = Path.of("/proc/loadavg");
    private static final Pattern RUNNING = Pattern.compile("(?:\\S+ ){3}(\\d+)/\\d+ .*");
    /** Of those that run, our own: one asks for the training, one gets its rows ready, two compile. */
    private static final int OURS = 4;

    private Neighbours() {}

    static boolean areQuiet(int threads) {
        try {
            return areQuiet(
                    Files.readString(LOAD).strip(),
                    threads,
                    Runtime.getRuntime().availableProcessors());
        } catch (IOException notLinux) {
            return false;
        }
    }

    /** @param load as Linux writes it: three averages, then how many threads run now of all there are */
    static boolean areQuiet(String load, int threads, int cores) {
        var running = RUNNING.matcher(load);
        return running.matches() && Integer.parseInt(running.group(1)) - OURS + threads <= cores;
    }
}
