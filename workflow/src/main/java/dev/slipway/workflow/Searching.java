package dev.slipway.workflow;

import dev.slipway.algorithm.Deadline;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/** Whether a search is still to come, goes on or is over, and when all that learns has to be done. Thread-safe. */
final class Searching {
    private final InstantSource clock;
    private final Deadline deadline;
    private boolean stopped;
    private boolean over;

    Searching(InstantSource clock) {
        this.clock = clock;
        this.deadline = new Deadline(clock, Instant.MAX);
    }

    Deadline deadline() {
        return deadline;
    }

    synchronized void begin(Duration budget) {
        over = false;
        if (stopped) {
            deadline.now();
        } else {
            deadline.until(clock.instant().plus(budget));
        }
    }

    /** What is to be done after the search may take so long, whether somebody was impatient or not. */
    synchronized void end(Duration finish) {
        over = true;
        deadline.until(clock.instant().plus(finish));
    }

    synchronized void stop() {
        stopped = true;
        if (!over) {
            deadline.now();
        }
    }
}
