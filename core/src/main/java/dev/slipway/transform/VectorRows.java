package dev.slipway.transform;

import dev.slipway.table.VectorColumn;
import java.util.Arrays;
import java.util.List;

/**
 * Rows of a vector column while they are made: terms are added to a row in any order, and count together where they have
 * one place. For one thread.
 */
final class VectorRows {
    /** What a term that stands so often in a row is to the row. */
    interface Weight {
        double of(int place, int count);
    }

    private final int[] starts;
    private final boolean normalised;
    private long[] terms = new long[64];
    private int size;
    private int row;
    private int[] places = new int[64];
    private double[] values = new double[64];
    private int entries;

    /** @param normalised whether each row is divided by its length, so that the squares of its numbers sum to one */
    VectorRows(int rows, boolean normalised) {
        starts = new int[rows + 1];
        this.normalised = normalised;
    }

    /** Adds a term to the row; one that is negative is taken away from what its place counts. */
    void add(int place, boolean negative) {
        if (size == terms.length) {
            terms = Arrays.copyOf(terms, size * 2);
        }
        terms[size++] = (long) place << 1 | (negative ? 1 : 0);
    }

    /** Ends the row. Places whose terms cancel out are zero, and not kept. */
    void end(Weight weight) {
        Arrays.sort(terms, 0, size);
        for (int from = 0, to = 0; from < size; from = to) {
            int place = (int) (terms[from] >> 1);
            int count = 0;
            while (to < size && terms[to] >> 1 == place) {
                count += (terms[to++] & 1) == 0 ? 1 : -1;
            }
            if (count != 0) {
                keep(place, weight.of(place, count));
            }
        }
        size = 0;
        if (normalised) {
            normalise(starts[row]);
        }
        starts[++row] = entries;
    }

    private void keep(int place, double value) {
        if (entries == places.length) {
            places = Arrays.copyOf(places, entries * 2);
            values = Arrays.copyOf(values, entries * 2);
        }
        places[entries] = place;
        values[entries++] = value;
    }

    private void normalise(int first) {
        double squares = 0;
        for (int entry = first; entry < entries; entry++) {
            squares += values[entry] * values[entry];
        }
        double length = Math.sqrt(squares);
        for (int entry = first; entry < entries; entry++) {
            values[entry] /= length;
        }
    }

    VectorColumn column(String name, List<String> names) {
        return VectorColumn.of(name, names, starts, Arrays.copyOf(places, entries), Arrays.copyOf(values, entries));
    }
}
