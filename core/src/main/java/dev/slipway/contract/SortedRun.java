package dev.slipway.contract;

import java.util.Optional;
import java.util.function.LongSupplier;

/** Numbers in ascending order, one after the other. For one thread. */
final class SortedRun implements Comparable<SortedRun>, AutoCloseable {
    private final LongSupplier next;
    private final Runnable close;
    private long left;
    private long value;

    /** @param next gives so many numbers */
    private SortedRun(long count, LongSupplier next, Runnable close) {
        this.next = next;
        this.close = close;
        left = count - 1;
        value = next.getAsLong();
    }

    /** Empty where there is no number. */
    static Optional<SortedRun> of(long count, LongSupplier next, Runnable close) {
        return count == 0 ? Optional.empty() : Optional.of(new SortedRun(count, next, close));
    }

    static Optional<SortedRun> ofMemory(long... sorted) {
        int[] at = new int[1];
        return of(sorted.length, () -> sorted[at[0]++], () -> {});
    }

    long value() {
        return value;
    }

    /** Whether there is a next number, which is then the value. */
    boolean advance() {
        if (left == 0) {
            return false;
        }
        left--;
        value = next.getAsLong();
        return true;
    }

    @Override
    public int compareTo(SortedRun other) {
        return Long.compare(value, other.value);
    }

    @Override
    public boolean equals(Object other) {
        return this == other;
    }

    @Override
    public int hashCode() {
        return System.identityHashCode(this);
    }

    @Override
    public void close() {
        close.run();
    }
}
