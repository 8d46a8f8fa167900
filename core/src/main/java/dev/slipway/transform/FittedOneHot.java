package dev.slipway.transform;

import com.fasterxml.jackson.annotation.JsonAutoDetect;
import com.fasterxml.jackson.annotation.JsonProperty;
import dev.slipway.table.BooleanColumn;
import dev.slipway.table.CategoryColumn;
import dev.slipway.table.Column;
import dev.slipway.table.Table;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;

/** Zeros and ones for the values seen in training; the columns are called {@code Sex=male}. */
public record FittedOneHot(List<Encoding> encodings) implements FittedTransformer {
    public FittedOneHot {
        encodings = List.copyOf(encodings);
    }

    @Override
    public Table apply(Table input) {
        var columns = new ArrayList<Column>(input.columns().size() + 16);
        var taken = new ArrayList<String>(0);
        for (var column : input.columns()) {
            if (!encodes(column)) {
                columns.add(column);
                if (makes(column.name(), input)) {
                    taken.add(column.name());
                }
            }
        }
        TakenNames.refuse("one-hot", taken);
        for (var encoding : encodings) {
            input.find(encoding.column).ifPresent(column -> encoding.encode(column, columns));
        }
        return Table.of(columns, input.origins());
    }

    private boolean encodes(Column column) {
        for (var encoding : encodings) {
            if (encoding.column.equals(column.name())) {
                return true;
            }
        }
        return false;
    }

    private boolean makes(String name, Table input) {
        for (var encoding : encodings) {
            if (encoding.makes(name) && input.find(encoding.column).isPresent()) {
                return true;
            }
        }
        return false;
    }

    @Override
    public Set<String> inputs(Set<String> outputs) {
        var inputs = new LinkedHashSet<>(outputs);
        for (var encoding : encodings) {
            if (inputs.removeAll(Set.copyOf(encoding.outputs))) {
                inputs.add(encoding.column);
            }
        }
        return inputs;
    }

    /** The values of one column, each with a column of its own behind the step. */
    @JsonAutoDetect(getterVisibility = JsonAutoDetect.Visibility.NONE)
    public static final class Encoding implements Serializable {
        private final String column;
        private final List<String> values;
        private final List<String> outputs;
        private final Map<String, Integer> places;
        /* A request is one row: its columns are made once, here, and not at every request. */
        private final List<BooleanColumn> no;
        private final List<BooleanColumn> yes;

        public Encoding(@JsonProperty("column") String column, @JsonProperty("values") List<String> values) {
            this.column = column;
            this.values = List.copyOf(values);
            outputs = values.stream().map(value -> column + "=" + value).toList();
            places = new HashMap<>(values.size() * 2);
            values.forEach(value -> places.put(value, places.size()));
            no = outputs.stream().map(name -> BooleanColumn.of(name, false)).toList();
            yes = outputs.stream().map(name -> BooleanColumn.of(name, true)).toList();
        }

        /** What travels: the columns of a request are made again where it arrives. */
        private record Described(String column, List<String> values) implements Serializable {
            private Object readResolve() {
                return new Encoding(column, values);
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

        /** The names of the columns it makes, in order. */
        List<String> outputs() {
            return outputs;
        }

        private boolean makes(String name) {
            int end = column.length();
            return name.length() > end
                    && name.charAt(end) == '='
                    && name.startsWith(column)
                    && places.containsKey(name.substring(end + 1));
        }

        private void encode(Column words, List<Column> columns) {
            if (words.size() == 1) {
                columns.addAll(no);
                int place = places.getOrDefault(OneHot.word(words, 0), -1);
                if (place >= 0) {
                    columns.set(columns.size() - no.size() + place, yes.get(place));
                }
                return;
            }
            var marks = new boolean[outputs.size()][words.size()];
            int[] seen = places(words);
            for (int row = 0; row < seen.length; row++) {
                if (seen[row] >= 0) {
                    marks[seen[row]][row] = true;
                }
            }
            for (int place = 0; place < marks.length; place++) {
                columns.add(BooleanColumn.of(outputs.get(place), marks[place]));
            }
        }

        private int[] places(Column column) {
            if (!(column instanceof CategoryColumn words)) {
                return IntStream.range(0, column.size())
                        .map(row -> places.getOrDefault(OneHot.word(column, row), -1))
                        .toArray();
            }
            int[] known = words.dictionary().stream()
                    .mapToInt(word -> places.getOrDefault(word, -1))
                    .toArray();
            int missing = places.getOrDefault(OneHot.MISSING, -1);
            return IntStream.range(0, words.size())
                    .map(row -> words.isMissing(row) ? missing : known[words.code(row)])
                    .toArray();
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof Encoding that && column.equals(that.column) && values.equals(that.values);
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
}
