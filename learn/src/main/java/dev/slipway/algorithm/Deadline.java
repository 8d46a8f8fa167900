package dev.slipway.algorithm;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/** When learning has to be over, for all that learns in one training. It can be moved: the fits after a search have their own. */
public final class Deadline {
    private static final Duration LONGEST = Duration.ofDays(365);

    private final InstantSource clock;
    private volatile Instant end;

    public Deadline(InstantSource clock, Instant end) {
        this.clock = clock;
        this.end = end;
    }

    /** Whatever is learned from now on must be over by then. */
    public void until(Instant newEnd) {
        end = newEnd;
    }

    /** Whoever is at it shall come to an end. */
    public void now() {
        end = Instant.MIN;
    }

    /** Whether the time is over, or the thread that asks was told to stop: nobody waits for what it does. */
    public boolean over() {
        return !clock.instant().isBefore(end) || Thread.currentThread().isInterrupted();
    }

    /** Seconds that are left; 0 where the time is over. */
    public double seconds() {
        return over() ? 0 : remaining().toMillis() / 1e3;
    }

    /** @throws BudgetOver where nothing is left */
    Duration left() {
        if (over()) {
            throw new BudgetOver("no time was left");
        }
        return remaining();
    }

    private Duration remaining() {
        var left = Duration.between(clock.instant(), end);
        return left.compareTo(LONGEST) > 0 ? LONGEST : left;
    }
}
