package dev.slipway.profile;

import java.io.Serializable;

/**
 * How often something was met, and where first.
 *
 * @param record from 1
 */
public record Seen(long count, long record) implements Serializable {
    Seen merge(Seen other) {
        return new Seen(count + other.count, Math.min(record, other.record));
    }
}
