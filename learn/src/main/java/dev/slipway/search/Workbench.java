package dev.slipway.search;

import dev.slipway.algorithm.BudgetOver;
import dev.slipway.algorithm.Deadline;
import dev.slipway.evaluation.CrossValidation;
import dev.slipway.evaluation.Cut;
import dev.slipway.evaluation.FoldJudgement;
import dev.slipway.evaluation.Judgement;
import dev.slipway.model.Pipeline;
import java.util.ArrayList;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;

/**
 * Where pipelines are judged, fold beside fold, until the time is over. How many threads there are cannot be seen in what
 * comes out. For one caller at a time.
 */
public final class Workbench implements AutoCloseable {
    private static final long LOOK_MILLIS = 20;

    private final CrossValidation validation;
    private final Deadline deadline;
    private final int threads;
    private ExecutorService hands;

    public Workbench(CrossValidation validation, Deadline deadline, int threads) {
        this.validation = validation;
        this.deadline = deadline;
        this.threads = threads;
        this.hands = hired();
    }

    private ExecutorService hired() {
        return Executors.newFixedThreadPool(threads, work -> {
            var thread = new Thread(work, "trial");
            thread.setDaemon(true);
            return thread;
        });
    }

    CrossValidation validation() {
        return validation;
    }

    Deadline deadline() {
        return deadline;
    }

    /** What the first folds say, however long that takes. */
    Judgement judge(Pipeline pipeline, Cut cut, int folds) {
        return judge(pipeline, cut, folds, () -> false);
    }

    /**
     * What the first folds say.
     *
     * @param over asked again and again whether the time is
     * @throws BudgetOver where it is before they have; what is still at it is told to stop and not waited for
     */
    Judgement judge(Pipeline pipeline, Cut cut, int folds, BooleanSupplier over) {
        var begun = IntStream.range(0, folds)
                .mapToObj(fold -> hands.submit(() -> validation.judge(pipeline, cut, fold)))
                .toList();
        boolean done = false;
        try {
            var judged = new ArrayList<FoldJudgement>();
            for (var fold : begun) {
                judged.add(finished(fold, over));
            }
            done = true;
            return Judgement.of(judged);
        } finally {
            if (!done) {
                // Whoever does not look up from the work keeps a thread busy; others do what comes next.
                hands.shutdownNow();
                hands = hired();
            }
        }
    }

    private static <T> T finished(Future<T> work, BooleanSupplier over) {
        while (true) {
            try {
                return work.get(LOOK_MILLIS, TimeUnit.MILLISECONDS);
            } catch (TimeoutException unfinished) {
                if (over.getAsBoolean()) {
                    throw new BudgetOver("the time was over");
                }
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
                throw new BudgetOver("the search was interrupted");
            } catch (ExecutionException failed) {
                throw cause(failed);
            }
        }
    }

    private static RuntimeException cause(ExecutionException failed) {
        if (failed.getCause() instanceof RuntimeException cause) {
            return cause;
        }
        if (failed.getCause() instanceof Error error) {
            throw error;
        }
        return new IllegalStateException(failed.getCause());
    }

    /** Sends everybody home. */
    @Override
    public void close() {
        hands.shutdownNow();
    }
}
