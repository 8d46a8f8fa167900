package dev.slipway.transform;

import com.fasterxml.jackson.annotation.JsonAutoDetect;
import com.fasterxml.jackson.annotation.JsonProperty;
import dev.slipway.table.BooleanColumn;
import dev.slipway.table.Column;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** The values of one column that one-hot encoding knows, and the columns it makes of them. Immutable. */
@JsonAutoDetect(getterVisibility = JsonAutoDetect.Visibility.NONE)
public final class OneHotEncoding implements Serializable {
    /** What the column of the rare values is called behind the equals sign. */
    private static final String RARE = "<rare>";

    private final String column;
    private final List<String> values;
    private final List<String> rare;
    private final boolean firstOmitted;
    private final List<String> outputs;
    private final Set<String> made;
    private final KnownValues known;
    /* A request is one row: its columns are made once, here, and not at every request. */
    private final List<BooleanColumn> no;
    private final List<BooleanColumn> yes;

    /**
     * @param values each with a column of its own, in order
     * @param rare those that share a column behind the others; empty for no such column
     * @param firstOmitted whether the first of all these columns is not made
     */
    public OneHotEncoding(
            @JsonProperty("column") String column,
            @JsonProperty("values") List<String> values,
            @JsonProperty("rare") List<String> rare,
            @JsonProperty("first_omitted") boolean firstOmitted) {
        this.column = column;
        this.values = List.copyOf(values);
        this.rare = List.copyOf(rare);
        this.firstOmitted = firstOmitted;
        known = new KnownValues(
                column, Stream.concat(values.stream(), rare.stream()).toList());
        var all = new ArrayList<>(values);
        if (!rare.isEmpty()) {
            all.add(RARE);
        }
        outputs = all.stream()
                .skip(firstOmitted ? 1 : 0)
                .map(value -> column + "=" + value)
                .toList();
        made = new HashSet<>(outputs);
        no = outputs.stream().map(name -> BooleanColumn.of(name, false)).toList();
        yes = outputs.stream().map(name -> BooleanColumn.of(name, true)).toList();
    }

    /** What travels: the columns of a request are made again where it arrives. */
    private record Described(String column, List<String> values, List<String> rare, boolean firstOmitted)
            implements Serializable {
        private Object readResolve() {
            return new OneHotEncoding(column, values, rare, firstOmitted);
        }
    }

    private Object writeReplace() {
        return new Described(column, values, rare, firstOmitted);
    }

    @JsonProperty("column")
    public String column() {
        return column;
    }

    @JsonProperty("values")
    public List<String> values() {
        return values;
    }

    @JsonProperty("rare")
    public List<String> rare() {
        return rare;
    }

    @JsonProperty("first_omitted")
    public boolean firstOmitted() {
        return firstOmitted;
    }

    /** The names of the columns it makes, in order. */
    List<String> outputs() {
        return outputs;
    }

    boolean makes(String name) {
        return made.contains(name);
    }

    KnownValues known() {
        return known;
    }

    /** Adds the columns of one row: the same objects at every request. */
    void encodeOne(int value, OneHot.Unseen unseen, List<Column> columns) {
        int first = columns.size();
        columns.addAll(no);
        int place = place(value, unseen);
        if (place >= 0) {
            columns.set(first + place, yes.get(place));
        }
    }

    /** Adds the columns of rows with these places among the known values. */
    void encode(int[] rows, OneHot.Unseen unseen, List<Column> columns) {
        int[] places = IntStream.of(rows).map(value -> place(value, unseen)).toArray();
        for (int place = 0; place < outputs.size(); place++) {
            columns.add(BooleanColumn.mark(outputs.get(place), place, places));
        }
    }

    /** Which of the columns is one for this place among the known values; negative for none. */
    private int place(int value, OneHot.Unseen unseen) {
        boolean nothing = value == KnownValues.UNSEEN && (unseen != OneHot.Unseen.RARE || rare.isEmpty());
        if (nothing) {
            return -1;
        }
        int place = value == KnownValues.UNSEEN ? values.size() : Math.min(value, values.size());
        return firstOmitted ? place - 1 : place;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof OneHotEncoding that
                && column.equals(that.column)
                && values.equals(that.values)
                && rare.equals(that.rare)
                && firstOmitted == that.firstOmitted;
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
