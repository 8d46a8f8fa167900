package dev.slipway.workflow;

import dev.slipway.gate.Threshold;
import dev.slipway.model.ServedModel;
import dev.slipway.problem.Problem;
import dev.slipway.problem.SlipwayException;
import dev.slipway.table.Table;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.SortedMap;
import java.util.TreeMap;

/** What running a model costs, measured on the model as it was loaded from its folder. */
final class Measured {
    private static final int WARM_UP = 2_000;
    private static final int BLOCKS = 9;
    private static final int BLOCK = 300;

    private Measured() {}

    /** Bytes of the folder, and milliseconds of one answer to one row: the middle, and the slowest of a hundred. */
    static SortedMap<String, Double> of(Path folder, ServedModel model, Table typed) {
        var measured = new TreeMap<String, Double>();
        measured.put(Threshold.SIZE, (double) bytes(folder));
        double[][] milliseconds = blocks(model, typed);
        measured.put("latency_p50_ms", middle(milliseconds, BLOCK / 2));
        measured.put(Threshold.LATENCY, middle(milliseconds, BLOCK * 99 / 100));
        return measured;
    }

    /*
     * The middle of several blocks: a garbage collection or a busy neighbour slows one block, a slow model slows them all,
     * and a gate must not refuse a model because something else was running.
     */
    private static double middle(double[][] blocks, int place) {
        double[] sorted = Arrays.stream(blocks)
                .mapToDouble(block -> block[place])
                .sorted()
                .toArray();
        return sorted[sorted.length / 2];
    }

    private static double[][] blocks(ServedModel model, Table typed) {
        for (int i = 0; i < WARM_UP; i++) {
            model.predict(row(typed, i));
        }
        double[][] milliseconds = new double[BLOCKS][BLOCK];
        for (int i = 0; i < BLOCKS * BLOCK; i++) {
            var one = row(typed, i);
            long started = System.nanoTime();
            model.predict(one);
            milliseconds[i / BLOCK][i % BLOCK] = (System.nanoTime() - started) / 1e6;
        }
        for (double[] block : milliseconds) {
            Arrays.sort(block);
        }
        return milliseconds;
    }

    private static Table row(Table typed, int number) {
        int row = number % typed.rows();
        return typed.slice(row, row + 1);
    }

    private static long bytes(Path folder) {
        try (var files = Files.list(folder)) {
            long bytes = 0;
            for (var file : files.toList()) {
                bytes += Files.size(file);
            }
            return bytes;
        } catch (IOException failure) {
            throw new SlipwayException(
                    SlipwayException.Kind.FAILED,
                    new Problem("MODEL-READ", "cannot read: " + failure, folder.toString(), "check the disk"),
                    failure);
        }
    }
}
