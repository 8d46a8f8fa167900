package dev.slipway.algorithm;

import dev.slipway.model.Matrix;
import dev.slipway.model.Training;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Grows boosted trees in one child process, started when the first are asked for. Rows that were handed over once are
 * kept there, so trial after trial on the same folds sends only parameters. For one thread.
 */
public final class Boosting implements AutoCloseable {
    private final InstantSource clock;
    private final int threads;
    private final Map<Training, Integer> matrices = new HashMap<>();
    private Optional<XgboostWorker> worker = Optional.empty();
    private int heap;
    private Instant end;

    /** @param end when growing must be over; see {@link #until} */
    public Boosting(InstantSource clock, int threads, Instant end) {
        this.clock = clock;
        this.threads = threads;
        this.end = end;
    }

    /** Whatever is grown from now on must be over by then. */
    public void until(Instant newEnd) {
        end = newEnd;
    }

    /**
     * Trees for these rows, as XGBoost's JSON model.
     *
     * @throws BudgetOver where the time is used up; the child is ended, the next call starts another
     */
    byte[] grow(Training training, List<String> columns, XgboostParams params) {
        left();
        try {
            var child = child(training.rows(), columns.size());
            int matrix = matrices.computeIfAbsent(training, rows -> send(child, rows, columns));
            return child.train(matrix, params, Objective.BINARY, left());
        } catch (BudgetOver over) {
            close();
            throw over;
        }
    }

    private Duration left() {
        var left = Duration.between(clock.instant(), end);
        if (left.isNegative() || left.isZero()) {
            throw new BudgetOver("no time was left for XGBoost");
        }
        return left;
    }

    int threads() {
        return threads;
    }

    private XgboostWorker child(int rows, int columns) {
        int needed = XgboostWorker.heapFor(rows, columns);
        if (worker.isEmpty() || !worker.get().isOpen() || needed > heap) {
            close();
            heap = needed;
            worker = Optional.of(XgboostWorker.start(threads, heap));
        }
        return worker.get();
    }

    private static int send(XgboostWorker child, Training training, List<String> columns) {
        int[] truth = training.labels();
        float[] labels = new float[truth.length];
        for (int row = 0; row < truth.length; row++) {
            labels[row] = truth[row];
        }
        return child.matrix(Matrix.floats(training.table(), columns), columns.size(), labels);
    }

    /** Ends the child. Growing again starts another. */
    @Override
    public void close() {
        worker.ifPresent(XgboostWorker::close);
        worker = Optional.empty();
        matrices.clear();
    }
}
