package dev.slipway.profile;

import java.io.Serializable;
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Every distinct value with its count, exact up to {@link #MOST} of them; beyond, only that there are many. Which of the two
 * depends on all the values together, never on how they were cut into parts.
 *
 * @param exact whether all values are here; if not, none is
 */
public record ValueCounts(boolean exact, SortedMap<String, Seen> values) implements Serializable {
    /** The largest number of distinct values that are counted one by one. */
    public static final int MOST = 1_000;

    static final ValueCounts NONE = new ValueCounts(true, new TreeMap<>());
    static final ValueCounts MANY = new ValueCounts(false, new TreeMap<>());

    public ValueCounts {
        values = Collections.unmodifiableSortedMap(values);
    }

    ValueCounts merge(ValueCounts other) {
        if (!exact || !other.exact) {
            return MANY;
        }
        var all = new TreeMap<>(values);
        other.values.forEach((value, seen) -> all.merge(value, seen, Seen::merge));
        return all.size() > MOST ? MANY : new ValueCounts(true, all);
    }
}
