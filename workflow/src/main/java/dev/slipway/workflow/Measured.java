package dev.slipway.workflow;

import dev.slipway.gate.Threshold;
import dev.slipway.model.ModelFolder;
import dev.slipway.model.ServedModel;
import dev.slipway.problem.Problem;
import dev.slipway.problem.SlipwayException;
import dev.slipway.table.Table;
import dev.slipway.transform.OwnSteps;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.SortedMap;
import java.util.TreeMap;

/** What running a model costs, measured on the model as it was loaded from its folder. */
final class Measured {
    private static final int WARM_UP = 2_000;
    private static final int BLOCKS = 9;
    private static final int BLOCK = 300;
    private static final int BATCH = 10_000;
    private static final int BATCHES = 7;
    private static final long ENOUGH_NANOS = 500_000_000;

    /** Milliseconds, of one row alone: half of all answers are faster. */
    static final String MIDDLE_LATENCY = "latency_p50_ms";

    /** Rows answered in a second by one thread that is given many at once. */
    static final String BATCH_SPEED = "batch_rows_per_s";

    /** Seconds that the fit on all rows took; measured where the fit is done. */
    static final String FIT = "fit_seconds";

    private Measured() {}

    /**
     * Bytes of the folder and of the memory the model takes; milliseconds of one answer to one row, the middle and the slowest
     * of a hundred; and rows a second when many come at once.
     *
     * @param steps those of elsewhere that the model may have
     * @param typed rows, at least one, that keep the contract
     */
    static SortedMap<String, Double> of(Path folder, OwnSteps steps, Table typed) {
        long bytes = bytes(folder);
        var model = ModelFolder.load(folder, steps);
        var measured = new TreeMap<String, Double>();
        measured.put(Threshold.SIZE, (double) bytes);
        Resident.bytes(bytes, () -> ModelFolder.load(folder, steps))
                .ifPresent(resident -> measured.put(Threshold.MEMORY, resident));
        double[][] milliseconds = blocks(model, typed);
        measured.put(MIDDLE_LATENCY, middle(milliseconds, BLOCK / 2));
        measured.put(Threshold.LATENCY, middle(milliseconds, BLOCK * 99 / 100));
        measured.put(BATCH_SPEED, batchSpeed(model, typed.slice(0, Math.min(typed.rows(), BATCH))));
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

    /** The middle of some batches, fewer where they are slow. */
    private static double batchSpeed(ServedModel model, Table batch) {
        var seconds = new ArrayList<Double>();
        long began = System.nanoTime();
        while (seconds.size() < BATCHES && (seconds.isEmpty() || System.nanoTime() - began < ENOUGH_NANOS)) {
            long started = System.nanoTime();
            model.predict(batch);
            seconds.add((System.nanoTime() - started) / 1e9);
        }
        seconds.sort(Double::compare);
        return batch.rows() / seconds.get(seconds.size() / 2);
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
