package dev.slipway.association;

import java.util.List;

/**
 * A row unlike the others.
 *
 * @param bits how unlike: the bits of its three strongest oddities, a bit for each halving of the rows that are so
 * @param oddities what makes it strange, the strongest first
 */
public record StrangeRow(SampledRow row, double bits, List<Oddity> oddities) {
    /**
     * A value far out, or two values that go together in far fewer rows than each alone would have it.
     *
     * @param columns one or two
     * @param values of these columns in this row
     * @param sentence why they are odd, with figures
     */
    public record Oddity(List<String> columns, List<String> values, double bits, String sentence) {
        public Oddity {
            columns = List.copyOf(columns);
            values = List.copyOf(values);
        }
    }

    public StrangeRow {
        oddities = List.copyOf(oddities);
    }
}
