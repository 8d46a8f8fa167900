package dev.slipway.tracking;

/** Where a run stands. */
public enum RunStatus {
    RUNNING,
    FINISHED,
    FAILED,
    /** Its process ended before it did; it may still be finished by one that takes it up. */
    INTERRUPTED;

    /** Whether a run that stands here can still be given its results. */
    boolean isOpen() {
        return this == RUNNING || this == INTERRUPTED;
    }
}
