package dev.slipway.algorithm;

import dev.slipway.algorithm.TrainingWorker.Growth;
import dev.slipway.evaluation.Folds;
import dev.slipway.model.Matrix;
import dev.slipway.model.Training;
import dev.slipway.problem.SlipwayException;
import dev.slipway.tree.LeftOutZeros;
import java.util.BitSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;

/**
 * Grows trees with one native library in one child process, started when the first are asked for. Rows that were handed
 * over once are kept there, so trial after trial on the same folds sends only parameters. One at a time: callers on other
 * threads wait.
 */
public final class Boosting implements AutoCloseable {
    private static final long SEED = 20_260_101;

    /** More sets of rows than the folds of a few preparations on every rung of a search. */
    private static final int MOST_KEPT = 60;

    private final NativeLibrary library;
    private final Deadline deadline;
    private final int threads;
    private final Map<Wanted, Sent> matrices = new LinkedHashMap<>(16, 0.75f, true);
    private final Map<Training, Tenth> tenths = new HashMap<>();
    private final Map<Weighing, Training> weighed = new HashMap<>();
    private Optional<TrainingWorker> worker = Optional.empty();
    private int heap;

    private record Wanted(Training training, boolean withZeros) {}

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
    synchronized byte[] grow(Training training, List<String> columns, Growth growth) {
        return inTime(() -> {
            // Where zeros are left out, they are no values that a monotone answer could be held to.
            var sent = sent(training, columns, growth.settings().containsKey(TreeParams.MONOTONE));
            var model = worker.orElseThrow().train(sent.matrix(), growth, deadline.left());
            return sent.zerosLeftOut().isEmpty() ? model : LeftOutZeros.restored(model, sent.zerosLeftOut());
        });
    }

    /**
     * How many rounds are best, judged by a tenth of the rows that does not teach.
     *
     * @throws BudgetOver as {@link #grow}
     */
    synchronized int rounds(Training training, List<String> columns, Growth most, int patience) {
        return inTime(() -> {
            var parted = tenths.computeIfAbsent(training, Tenth::of);
            // The larger part first: the child it starts has room for the smaller one.
            int teaching = sent(parted.teaching(), columns, true).matrix();
            int judging = sent(parted.judging(), columns, true).matrix();
            return worker.orElseThrow().rounds(teaching, judging, most, patience, deadline.left());
        });
    }

    private <T> T inTime(Supplier<T> work) {
        deadline.left();
        try {
            return work.get();
        } catch (BudgetOver over) {
            close();
            throw over;
        } catch (SlipwayException broken) {
            // A person who stops a program at its terminal stops its children too.
            if (deadline.over()) {
                close();
                throw new BudgetOver("the child was stopped");
            }
            throw broken;
        }
    }

    /** Nine tenths that teach and one that judges; the same rows are always parted alike. */
    private record Tenth(Training teaching, Training judging) {
        static Tenth of(Training training) {
            var folds = Folds.plain(training.rows(), Math.min(10, training.rows()), SEED);
            return new Tenth(training.rows(folds.teaching(0)), training.rows(folds.judging(0)));
        }
    }

    /** The training with its classes weighed; the same object for the same one, so that its rows are sent once. */
    synchronized Training weighed(Training training, Guidance guidance) {
        return weighed.computeIfAbsent(
                new Weighing(training, guidance.classWeights()),
                wanted -> wanted.weights().applied(wanted.training()));
    }

    private record Weighing(Training training, ClassWeights weights) {}

    /** What grows the trees. */
    public NativeLibrary library() {
        return library;
    }

    int threads() {
        return threads;
    }

    private Sent sent(Training training, List<String> columns, boolean withZeros) {
        var wanted = new Wanted(training, withZeros || !library.takesSparseRows());
        var known = worker.filter(TrainingWorker::isOpen).map(open -> matrices.get(wanted));
        if (known.isPresent()) {
            return known.get();
        }
        var sent = wanted.withZeros() ? whole(training, columns) : sparse(training, columns);
        matrices.put(wanted, sent);
        if (matrices.size() > MOST_KEPT) {
            forgetOne();
        }
        return sent;
    }

    /** The one that was wanted longest ago. */
    private void forgetOne() {
        var oldest = matrices.keySet().iterator().next();
        var forgotten = Optional.ofNullable(matrices.remove(oldest));
        forgotten.ifPresent(sent -> worker.ifPresent(child -> child.forget(sent.matrix())));
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
        // The order is found while the child starts.
        var order = CompletableFuture.supplyAsync(() -> AlikeRows.order(training, columns));
        var child = child(rows.heapToReceive());
        int id = child.sparse(rows, order.join(), floats(training.numbers()), weights(training));
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
    public synchronized void close() {
        worker.ifPresent(TrainingWorker::close);
        worker = Optional.empty();
        matrices.clear();
    }
}
