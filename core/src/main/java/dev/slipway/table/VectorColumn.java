package dev.slipway.table;

import java.io.Serializable;
import java.util.AbstractList;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.RandomAccess;

/**
 * Many numbers a row, most of them zero: one number for each of the {@linkplain #places() places}, of which only those that
 * are not zero are kept, in the order of their places. A step makes it of words, and a model reads it; no source has one. No
 * row is missing: a row of nothing is all zeros.
 */
public final class VectorColumn extends Column {
    private final List<String> names;
    private final int[] starts;
    private final int[] places;
    private final double[] values;

    private VectorColumn(String name, List<String> names, int[] starts, int[] places, double... values) {
        super(name, starts.length - 1, Missing.NONE);
        this.names = names;
        this.starts = starts;
        this.places = places;
        this.values = values;
    }

    /**
     * Takes the arrays over. The entries of a row lie from {@code starts[row]} (inclusive) to {@code starts[row + 1]}
     * (exclusive), their places ascending and each once.
     *
     * @param names of the places: shared by every column that a step makes, so never changed
     * @param starts one more than there are rows
     */
    public static VectorColumn of(String name, List<String> names, int[] starts, int[] places, double... values) {
        if (starts.length == 0 || starts[0] != 0 || starts[starts.length - 1] > places.length) {
            throw new IllegalArgumentException("column '%s': the rows do not cover the entries".formatted(name));
        }
        for (int row = 0; row + 1 < starts.length; row++) {
            int before = -1;
            for (int entry = starts[row]; entry < starts[row + 1]; entry++) {
                if (places[entry] <= before || places[entry] >= names.size()) {
                    throw new IllegalArgumentException("column '%s', row %d: place %d after %d of %d"
                            .formatted(name, row, places[entry], before, names.size()));
                }
                before = places[entry];
            }
        }
        return new VectorColumn(name, names, starts, places, values);
    }

    /** Names for places that have none of their own: {@code #0}, {@code #1} and so on; takes no memory for each. */
    public static List<String> numbered(int places) {
        return new Numbered(places);
    }

    @Override
    public ColumnType type() {
        return ColumnType.VECTOR;
    }

    /** How many numbers a row is. */
    @Override
    public int places() {
        return names.size();
    }

    /** What a place is called, as in {@code free}. */
    public List<String> names() {
        return names;
    }

    /** The first entry of a row; the entries of the row before it end here. */
    public int start(int row) {
        return starts[row];
    }

    /** The entry behind the last one of a row. */
    public int end(int row) {
        return starts[row + 1];
    }

    /** The place of an entry, from 0. */
    public int place(int entry) {
        return places[entry];
    }

    /** The number of an entry. */
    public double value(int entry) {
        return values[entry];
    }

    @Override
    public VectorColumn named(String newName) {
        return new VectorColumn(newName, names, starts, places, values);
    }

    @Override
    public VectorColumn rows(int... rows) {
        int[] begins = new int[rows.length + 1];
        for (int i = 0; i < rows.length; i++) {
            begins[i + 1] = Math.addExact(begins[i], starts[rows[i] + 1] - starts[rows[i]]);
        }
        var chosenPlaces = new int[begins[rows.length]];
        var chosen = new double[begins[rows.length]];
        for (int i = 0; i < rows.length; i++) {
            int length = begins[i + 1] - begins[i];
            System.arraycopy(places, starts[rows[i]], chosenPlaces, begins[i], length);
            System.arraycopy(values, starts[rows[i]], chosen, begins[i], length);
        }
        return new VectorColumn(name(), names, begins, chosenPlaces, chosen);
    }

    @Override
    public VectorColumn slice(int from, int to) {
        int first = starts[from];
        int[] begins = Arrays.copyOfRange(starts, from, to + 1);
        for (int row = 0; row < begins.length; row++) {
            begins[row] -= first;
        }
        return new VectorColumn(
                name(),
                names,
                begins,
                Arrays.copyOfRange(places, first, starts[to]),
                Arrays.copyOfRange(values, first, starts[to]));
    }

    /** Parts that one step made, end to end. */
    static VectorColumn joined(List<VectorColumn> parts) {
        var names = parts.get(0).names;
        int rows = 0;
        int entries = 0;
        for (var part : parts) {
            if (part.names != names && !part.names.equals(names)) {
                throw new IllegalArgumentException(
                        "column '%s' has other places in one part than in another".formatted(part.name()));
            }
            rows = Math.addExact(rows, part.size());
            entries = Math.addExact(entries, part.starts[part.size()]);
        }
        int[] starts = new int[rows + 1];
        int[] places = new int[entries];
        double[] values = new double[entries];
        int row = 0;
        int entry = 0;
        for (var part : parts) {
            int length = part.starts[part.size()];
            System.arraycopy(part.places, 0, places, entry, length);
            System.arraycopy(part.values, 0, values, entry, length);
            for (int of = 0; of < part.size(); of++) {
                starts[++row] = entry + part.starts[of + 1];
            }
            entry += length;
        }
        return new VectorColumn(parts.get(0).name(), names, starts, places, values);
    }

    /** How many places there are, and each that is not zero: {@code 30000 places, free: 0.5, now: 0.25}. */
    @Override
    String present(int row) {
        var shown = new ArrayList<String>();
        shown.add(names.size() + " places");
        for (int entry = starts[row]; entry < starts[row + 1]; entry++) {
            shown.add(names.get(places[entry]) + ": " + values[entry]);
        }
        return String.join(", ", shown);
    }

    private static final class Numbered extends AbstractList<String> implements RandomAccess, Serializable {
        private final int size;

        Numbered(int size) {
            this.size = size;
        }

        @Override
        public String get(int place) {
            if (place < 0 || place >= size) {
                throw new IndexOutOfBoundsException("place " + place + " of " + size);
            }
            return "#" + place;
        }

        @Override
        public int size() {
            return size;
        }

        /* Two of them need not be compared place by place. */
        @Override
        public boolean equals(Object other) {
            return other instanceof Numbered that ? size == that.size : super.equals(other);
        }

        @Override
        public int hashCode() {
            return super.hashCode();
        }
    }
}
