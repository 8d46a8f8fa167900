package dev.slipway.algorithm;

import dev.slipway.model.Matrix;
import dev.slipway.model.Training;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Grows boosted trees in one child process, started when the first are asked for. Rows that were handed over once are
 * kept there, so trial after trial on the same folds sends only parameters. For one thread.
 */
public final class Boosting implements AutoCloseable {
    private final Deadline deadline;
    private final int threads;
    private final Map<Training, Integer> matrices = new HashMap<>();
    private Optional<XgboostWorker> worker = Optional.empty();
    private int heap;

    public Boosting(Deadline deadline, int threads) {
        this.deadline = deadline;
        this.threads = threads;
    }

    /**
     * Trees for these rows, as XGBoost's JSON model.
     *
     * @throws BudgetOver where the time is used up; the child is ended, the next call starts another
     */
    byte[] grow(Training training, List<String> columns, XgboostParams params) {
        deadline.left();
        try {
            var child = child(training.rows(), Matrix.width(training.table(), columns));
            int matrix = matrices.computeIfAbsent(training, rows -> send(child, rows, columns));
            return child.train(matrix, params, Objective.of(training), deadline.left());
        } catch (BudgetOver over) {
            close();
            throw over;
        }
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
        double[] truth = training.numbers();
        float[] labels = new float[truth.length];
        for (int row = 0; row < truth.length; row++) {
            labels[row] = (float) truth[row];
        }
        var table = training.table();
        return child.matrix(Matrix.floats(table, columns), Matrix.width(table, columns), labels);
    }

    /** Ends the child. Growing again starts another. */
    @Override
    public void close() {
        worker.ifPresent(XgboostWorker::close);
        worker = Optional.empty();
        matrices.clear();
    }
}
