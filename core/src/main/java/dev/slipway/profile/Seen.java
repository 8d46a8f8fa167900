package dev.slipway.profile;

/**
 * How often something was met, and where first.
 *
 * @param record from 1
 */
public record Seen(long count, long record) {
    Seen merge(Seen other) {
        return new Seen(count + other.count, Math.min(record, other.record));
    }
}
