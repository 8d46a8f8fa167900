package dev.slipway.algorithm;

import dev.slipway.algorithm.TrainingWorker.Growth;
import dev.slipway.model.Matrix;
import dev.slipway.model.Training;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Grows trees with one native library in one child process, started when the first are asked for. Rows that were handed
 * over once are kept there, so trial after trial on the same folds sends only parameters. For one thread.
 */
public final class Boosting implements AutoCloseable {
    private final NativeLibrary library;
    private final Deadline deadline;
    private final int threads;
    private final Map<Training, Integer> matrices = new HashMap<>();
    private Optional<TrainingWorker> worker = Optional.empty();
    private int heap;

    public Boosting(NativeLibrary library, Deadline deadline, int threads) {
        this.library = library;
        this.deadline = deadline;
        this.threads = threads;
    }

    /**
     * The library's portable model of these rows.
     *
     * @param columns in the order of the trees' features
     * @throws BudgetOver where the time is used up; the child is ended, the next call starts another
     */
    byte[] grow(Training training, List<String> columns, Growth growth) {
        deadline.left();
        try {
            var child = child(training.rows(), Matrix.width(training.table(), columns));
            return child.train(matrix(child, training, columns), growth, deadline.left());
        } catch (BudgetOver over) {
            close();
            throw over;
        }
    }

    int threads() {
        return threads;
    }

    private TrainingWorker child(int rows, int columns) {
        int needed = TrainingWorker.heapFor(rows, columns);
        if (worker.isEmpty() || !worker.get().isOpen() || needed > heap) {
            close();
            heap = needed;
            worker = Optional.of(TrainingWorker.start(library, threads, heap));
        }
        return worker.get();
    }

    private int matrix(TrainingWorker child, Training training, List<String> columns) {
        return matrices.computeIfAbsent(training, rows -> send(child, rows, columns));
    }

    private static int send(TrainingWorker child, Training training, List<String> columns) {
        var table = training.table();
        return child.matrix(
                Matrix.floats(table, columns),
                Matrix.width(table, columns),
                floats(training.numbers()),
                training.isWeighted() ? floats(training.weights()) : new float[0]);
    }

    private static float[] floats(double... numbers) {
        float[] floats = new float[numbers.length];
        for (int row = 0; row < numbers.length; row++) {
            floats[row] = (float) numbers[row];
        }
        return floats;
    }

    /** Ends the child. Growing again starts another. */
    @Override
    public void close() {
        worker.ifPresent(TrainingWorker::close);
        worker = Optional.empty();
        matrices.clear();
    }
}
