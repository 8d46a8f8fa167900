package dev.slipway.transform;

import com.fasterxml.jackson.annotation.JsonAutoDetect;
import com.fasterxml.jackson.annotation.JsonProperty;
import dev.slipway.table.Column;
import java.io.Serializable;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The values that a column had in training, each with its place: what a categorical step looks values up in. Immutable. */
@JsonAutoDetect(getterVisibility = JsonAutoDetect.Visibility.NONE)
public final class KnownValues implements Serializable {
    /** The place of a value that was never seen in training. */
    static final int UNSEEN = -1;

    private final String column;
    private final List<String> values;
    private final Map<String, Integer> places;

    /** @param values in the order of their places; a missing value is {@code <missing>} */
    public KnownValues(@JsonProperty("column") String column, @JsonProperty("values") List<String> values) {
        this.column = column;
        this.values = List.copyOf(values);
        places = new HashMap<>(values.size() * 2);
        values.forEach(value -> places.put(value, places.size()));
        Sound.check(
                places.size() == values.size(),
                "with known values",
                "a value of column '%s' is there twice".formatted(column));
    }

    /** What travels: the map is made again where it arrives. */
    private record Described(String column, List<String> values) implements Serializable {
        private Object readResolve() {
            return new KnownValues(column, values);
        }
    }

    private Object writeReplace() {
        return new Described(column, values);
    }

    @JsonProperty("column")
    public String column() {
        return column;
    }

    @JsonProperty("values")
    public List<String> values() {
        return values;
    }

    private int place(String value) {
        return places.getOrDefault(value, UNSEEN);
    }

    /** The place of each row's value. */
    int[] places(Column rows) {
        int[] found = new int[rows.size()];
        var dictionary = Words.dictionary(rows);
        if (dictionary.isEmpty()) {
            Arrays.setAll(found, row -> place(Words.at(rows, row)));
            return found;
        }
        int[] known = dictionary.stream().mapToInt(this::place).toArray();
        int missing = place(Words.MISSING);
        var codes = Words.codes(rows);
        for (int row = 0; row < found.length; row++) {
            found[row] = rows.isMissing(row) ? missing : known[codes.applyAsInt(row)];
        }
        return found;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof KnownValues that && column.equals(that.column) && values.equals(that.values);
    }

    @Override
    public int hashCode() {
        return 31 * column.hashCode() + values.hashCode();
    }

    @Override
    public String toString() {
        return column + values;
    }
}
