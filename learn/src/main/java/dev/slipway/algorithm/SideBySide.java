package dev.slipway.algorithm;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntFunction;

/** The parts of a piece of work, done side by side. Each part depends on its number alone, so the threads cannot be seen in the results. */
public final class SideBySide {
    private SideBySide() {}

    /**
     * The result of each part, in the order of their numbers, which start at 0. The first failure ends the work and is thrown.
     */
    public static <T> List<T> of(int parts, int threads, IntFunction<T> part) {
        int hands = Math.min(threads, parts);
        if (hands <= 1) {
            var results = new ArrayList<T>();
            for (int number = 0; number < parts; number++) {
                results.add(part.apply(number));
            }
            return results;
        }
        var pool = Executors.newFixedThreadPool(hands, work -> {
            var thread = new Thread(work, "learning");
            thread.setDaemon(true);
            return thread;
        });
        try {
            return gathered(parts, pool, part);
        } finally {
            pool.shutdownNow();
        }
    }

    private static <T> List<T> gathered(int parts, ExecutorService pool, IntFunction<T> part) {
        var begun = new ArrayList<Future<T>>();
        for (int number = 0; number < parts; number++) {
            int own = number;
            Callable<T> work = () -> part.apply(own);
            begun.add(pool.submit(work));
        }
        var results = new ArrayList<T>();
        for (var result : begun) {
            results.add(finished(result));
        }
        return results;
    }

    private static <T> T finished(Future<T> work) {
        try {
            return work.get();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new BudgetOver("the work was interrupted");
        } catch (ExecutionException failed) {
            if (failed.getCause() instanceof RuntimeException cause) {
                throw cause;
            }
            if (failed.getCause() instanceof Error cause) {
                throw cause;
            }
            throw new IllegalStateException(failed.getCause());
        }
    }
}
