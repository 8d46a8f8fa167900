package dev.slipway.statistic;

import dev.slipway.engine.Mergeable;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;

/**
 * How often each value was seen, in the order of the values; exact, so memory grows with the distinct values.
 *
 * @param <K> what is counted
 */
public record Counts<K extends Comparable<K>>(NavigableMap<K, Long> byValue) implements Mergeable<Counts<K>> {
    public Counts {
        byValue = Collections.unmodifiableNavigableMap(byValue);
    }

    public static <K extends Comparable<K>> Counts<K> none() {
        return new Counts<>(new TreeMap<K, Long>());
    }

    public static Counts<String> of(String... values) {
        // Hashed first: to sort the distinct values once is far less work than to keep every value in order.
        var counts = new HashMap<String, Long>();
        for (var value : values) {
            counts.merge(value, 1L, Long::sum);
        }
        return new Counts<>(new TreeMap<>(counts));
    }

    /** Zero is counted as one value, whatever its sign. */
    public static Counts<Double> ofNumbers(double... values) {
        double[] sorted = values.clone();
        for (int i = 0; i < sorted.length; i++) {
            sorted[i] += 0.0;
        }
        Arrays.sort(sorted);
        var counts = new TreeMap<Double, Long>();
        for (int from = 0, to = 0; from < sorted.length; from = to) {
            while (to < sorted.length && Double.compare(sorted[to], sorted[from]) == 0) {
                to++;
            }
            counts.put(sorted[from], (long) (to - from));
        }
        return new Counts<>(counts);
    }

    @Override
    public Counts<K> merge(Counts<K> other) {
        if (byValue.isEmpty()) {
            return other;
        }
        var merged = new TreeMap<>(byValue);
        other.byValue.forEach((value, count) -> merged.merge(value, count, Long::sum));
        return new Counts<>(merged);
    }

    /** How many values were seen in all. */
    public long total() {
        return byValue.values().stream().mapToLong(Long::longValue).sum();
    }

    /** The value seen most often; of several, the smallest. Empty when nothing was seen. */
    public Optional<K> mostFrequent() {
        Optional<Map.Entry<K, Long>> best = Optional.empty();
        for (var entry : byValue.entrySet()) {
            if (best.isEmpty() || entry.getValue() > best.get().getValue()) {
                best = Optional.of(entry);
            }
        }
        return best.map(Map.Entry::getKey);
    }

    /** The value at this place, from 0, when all values stand in order. */
    public K at(long place) {
        long seen = 0;
        for (var entry : byValue.entrySet()) {
            seen += entry.getValue();
            if (place < seen) {
                return entry.getKey();
            }
        }
        throw new IndexOutOfBoundsException("place " + place + " of " + seen);
    }

    /** The middle value, or the mean of the two in the middle. At least one value. */
    public static double median(Counts<Double> counts) {
        long total = counts.total();
        double upper = counts.at(total / 2);
        return total % 2 == 1 ? upper : (counts.at(total / 2 - 1) + upper) / 2;
    }
}
