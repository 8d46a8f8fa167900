package dev.slipway.algorithm;

import dev.slipway.algorithm.TrainingWorker.Growth;
import dev.slipway.model.Matrix;
import dev.slipway.model.Training;
import dev.slipway.tree.LeftOutZeros;
import java.util.BitSet;
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
    private final Map<Training, Sent> matrices = new HashMap<>();
    private Optional<TrainingWorker> worker = Optional.empty();
    private int heap;

    /** Rows the child has: by which number, and the features whose zeros it was not told. */
    private record Sent(int matrix, BitSet zerosLeftOut) {}

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
            var sent = sent(training, columns);
            var model = worker.orElseThrow().train(sent.matrix(), growth, deadline.left());
            return sent.zerosLeftOut().isEmpty() ? model : LeftOutZeros.restored(model, sent.zerosLeftOut());
        } catch (BudgetOver over) {
            close();
            throw over;
        }
    }

    int threads() {
        return threads;
    }

    private Sent sent(Training training, List<String> columns) {
        var known = worker.filter(TrainingWorker::isOpen).map(open -> matrices.get(training));
        if (known.isPresent()) {
            return known.get();
        }
        var sent = library.takesSparseRows() ? sparse(training, columns) : whole(training, columns);
        matrices.put(training, sent);
        return sent;
    }

    private TrainingWorker child(int needed) {
        if (worker.isEmpty() || !worker.get().isOpen() || needed > heap) {
            close();
            // Folds differ by a few entries: no child is started anew for those.
            heap = needed + needed / 8;
            worker = Optional.of(TrainingWorker.start(library, threads, heap));
        }
        return worker.get();
    }

    private Sent sparse(Training training, List<String> columns) {
        var rows = SparseRows.of(training.table(), columns);
        int[] order = AlikeRows.order(training, columns);
        var child = child(rows.heapToReceive());
        int id = child.sparse(rows, order, floats(training.numbers()), weights(training));
        return new Sent(id, rows.zerosLeftOut());
    }

    private Sent whole(Training training, List<String> columns) {
        var table = training.table();
        int width = Matrix.width(table, columns);
        var child = child(TrainingWorker.heapFor(training.rows(), width));
        int id = child.matrix(Matrix.floats(table, columns), width, floats(training.numbers()), weights(training));
        return new Sent(id, new BitSet());
    }

    private static float[] weights(Training training) {
        return training.isWeighted() ? floats(training.weights()) : new float[0];
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
