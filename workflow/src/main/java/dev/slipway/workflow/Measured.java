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
    private static final int TIMED = 2_000;

    private Measured() {}

    /** Bytes of the folder, and milliseconds of one answer to one row: the middle, and the slowest of a hundred. */
    static SortedMap<String, Double> of(Path folder, ServedModel model, Table typed) {
        var measured = new TreeMap<String, Double>();
        measured.put(Threshold.SIZE, (double) bytes(folder));
        double[] milliseconds = latencies(model, typed);
        measured.put("latency_p50_ms", milliseconds[milliseconds.length / 2]);
        measured.put(Threshold.LATENCY, milliseconds[milliseconds.length * 99 / 100]);
        return measured;
    }

    private static double[] latencies(ServedModel model, Table typed) {
        double[] milliseconds = new double[TIMED];
        for (int i = -WARM_UP; i < TIMED; i++) {
            int row = Math.floorMod(i, typed.rows());
            var one = typed.slice(row, row + 1);
            long started = System.nanoTime();
            model.predict(one);
            long nanos = System.nanoTime() - started;
            if (i >= 0) {
                milliseconds[i] = nanos / 1e6;
            }
        }
        Arrays.sort(milliseconds);
        return milliseconds;
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
