package dev.slipway.profile;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.TreeMap;

/** The few smallest and the few largest distinct numbers of a column, each with its count and first record. */
public record Extremes(List<Extreme> smallest, List<Extreme> largest) implements Serializable {
    /** A number at an end of a column. */
    public record Extreme(double value, Seen seen) implements Serializable {}

    /** How many distinct numbers are kept at each end. */
    public static final int KEPT = 20;

    static final Extremes NONE = new Extremes(List.of(), List.of());

    private static final Comparator<Extreme> BY_VALUE = Comparator.comparingDouble(Extreme::value);

    /** Smallest ascending, largest descending. */
    public Extremes {
        smallest = List.copyOf(smallest);
        largest = List.copyOf(largest);
    }

    /** {@code NaN} where there are no numbers. */
    public double min() {
        return smallest.isEmpty() ? Double.NaN : smallest.get(0).value();
    }

    /** {@code NaN} where there are no numbers. */
    public double max() {
        return largest.isEmpty() ? Double.NaN : largest.get(0).value();
    }

    /* A number among the smallest of all is among the smallest of every part that has it, so its count is whole. */
    Extremes merge(Extremes other) {
        return new Extremes(
                first(smallest, other.smallest, BY_VALUE), first(largest, other.largest, BY_VALUE.reversed()));
    }

    private static List<Extreme> first(List<Extreme> some, List<Extreme> others, Comparator<Extreme> order) {
        var all = new TreeMap<Extreme, Seen>(order);
        some.forEach(extreme -> all.merge(extreme, extreme.seen(), Seen::merge));
        others.forEach(extreme -> all.merge(extreme, extreme.seen(), Seen::merge));
        var kept = new ArrayList<Extreme>();
        all.forEach((extreme, seen) -> {
            if (kept.size() < KEPT) {
                kept.add(new Extreme(extreme.value(), seen));
            }
        });
        return kept;
    }

    /** Collects one end in one pass. For one thread. */
    static final class End {
        private final double sign;
        private final TreeMap<Double, long[]> kept = new TreeMap<>();
        private double bound = Double.POSITIVE_INFINITY;

        private End(double sign) {
            this.sign = sign;
        }

        static End smallest() {
            return new End(1);
        }

        static End largest() {
            return new End(-1);
        }

        void add(double value, long times, long record) {
            double key = sign * value + 0.0; // minus zero and zero are one value
            if (key > bound) {
                return;
            }
            var seen = kept.get(key);
            if (seen != null) {
                seen[0] += times;
                seen[1] = Math.min(seen[1], record);
                return;
            }
            kept.put(key, new long[] {times, record});
            if (kept.size() > KEPT) {
                kept.pollLastEntry();
            }
            if (kept.size() == KEPT) {
                bound = kept.lastKey();
            }
        }

        List<Extreme> list() {
            return kept.entrySet().stream()
                    .map(entry -> new Extreme(
                            sign * entry.getKey() + 0.0, new Seen(entry.getValue()[0], entry.getValue()[1])))
                    .toList();
        }
    }
}
