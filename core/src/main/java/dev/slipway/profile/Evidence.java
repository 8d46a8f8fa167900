package dev.slipway.profile;

import java.io.Serializable;
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What the texts of a column can be read as. A text can count more than once: {@code 7} is an integer and a number.
 *
 * @param integers whole numbers of at most 64 bits
 * @param padded integers with a leading zero, as in a postcode
 * @param blank texts with a white space in them, which no key has
 * @param nullLike texts that often stand for a missing value, such as {@code NA}, as written
 */
public record Evidence(
        Reading integers,
        Reading numbers,
        Reading booleans,
        Reading timestamps,
        long padded,
        long blank,
        SortedMap<String, Seen> nullLike)
        implements Serializable {
    /** How many texts are of a type, and the first that are not. Texts that stand for a missing value are no misfits. */
    public record Reading(long count, Misfits misfits) implements Serializable {
        static final Reading NONE = new Reading(0, Misfits.NONE);

        Reading merge(Reading other) {
            return new Reading(count + other.count, misfits.merge(other.misfits));
        }
    }

    static final Evidence NONE =
            new Evidence(Reading.NONE, Reading.NONE, Reading.NONE, Reading.NONE, 0, 0, new TreeMap<>());

    public Evidence {
        nullLike = Collections.unmodifiableSortedMap(nullLike);
    }

    Evidence merge(Evidence other) {
        var tokens = new TreeMap<>(nullLike);
        other.nullLike.forEach((token, seen) -> tokens.merge(token, seen, Seen::merge));
        return new Evidence(
                integers.merge(other.integers),
                numbers.merge(other.numbers),
                booleans.merge(other.booleans),
                timestamps.merge(other.timestamps),
                padded + other.padded,
                blank + other.blank,
                tokens);
    }

    /** How many texts stand for a missing value, if a person agrees. */
    public long nullLikeCount() {
        return nullLike.values().stream().mapToLong(Seen::count).sum();
    }
}
