package dev.slipway.algorithm;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/** When learning has to be over, for all that learns in one training. It can be moved: the fits after a search have their own. */
public final class Deadline {
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

    public boolean over() {
        return !clock.instant().isBefore(end);
    }

    /** @throws BudgetOver where nothing is left */
    Duration left() {
        var left = Duration.between(clock.instant(), end);
        if (left.isNegative() || left.isZero()) {
            throw new BudgetOver("no time was left");
        }
        return left;
    }
}
