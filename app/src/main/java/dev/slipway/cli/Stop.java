package dev.slipway.cli;

import java.util.concurrent.CountDownLatch;

/**
 * How a program that serves ends when the system asks it to (Ctrl-C, SIGTERM): the last requests are finished first.
 *
 * <p>The hook waits for the work to be over, not for the thread that does it: that thread goes on to {@link System#exit},
 * which waits for the hooks.
 */
final class Stop {
    private final CountDownLatch asked = new CountDownLatch(1);
    private final CountDownLatch ended = new CountDownLatch(1);

    /** Until the process is asked to stop. */
    void await() {
        var hook = new Thread(this::ask, "slipway-stop");
        Runtime.getRuntime().addShutdownHook(hook);
        try {
            asked.await();
        } catch (InterruptedException stopped) {
            Runtime.getRuntime().removeShutdownHook(hook);
            Thread.currentThread().interrupt();
        }
    }

    private void ask() {
        asked.countDown();
        try {
            ended.await();
        } catch (InterruptedException impatient) {
            Thread.currentThread().interrupt();
        }
    }

    /** Everything is closed: the process may go. */
    void ended() {
        ended.countDown();
    }
}
