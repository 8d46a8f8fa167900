package dev.slipway.table;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;

/** Several columns of one type laid end to end. */
final class Concatenation {
    private final List<? extends Column> parts;
    private final int[] starts;
    private final int size;

    Concatenation(List<? extends Column> parts) {
        this.parts = parts;
        starts = new int[parts.size()];
        int end = 0;
        for (int i = 0; i < starts.length; i++) {
            starts[i] = end;
            end = Math.addExact(end, parts.get(i).size());
        }
        size = end;
    }

    Column column() {
        var name = parts.get(0).name();
        return switch (parts.get(0).type()) {
            case NUMBER -> NumberColumn.of(name, missing(), numbers());
            case INTEGER -> IntegerColumn.of(name, missing(), integers());
            case BOOLEAN -> BooleanColumn.of(name, missing(), booleans());
            case TIMESTAMP -> TimestampColumn.of(name, missing(), timestamps());
            case TEXT -> TextColumn.of(name, missing(), texts());
            case CATEGORY -> categories(name);
            case VECTOR ->
                VectorColumn.joined(parts.stream().map(VectorColumn.class::cast).toList());
        };
    }

    private Missing missing() {
        boolean none = parts.stream().allMatch(part -> part.missing().count() == 0);
        return none ? Missing.NONE : Missing.where(size, new InOrder());
    }

    /** Looks rows up that are asked for in order, each once. */
    private final class InOrder implements IntPredicate {
        private int part;

        @Override
        public boolean test(int row) {
            while (part + 1 < starts.length && starts[part + 1] <= row) {
                part++;
            }
            return parts.get(part).isMissing(row - starts[part]);
        }
    }

    private double[] numbers() {
        double[] all = new double[size];
        for (int part = 0; part < starts.length; part++) {
            var column = (NumberColumn) parts.get(part);
            int start = starts[part];
            for (int row = 0; row < column.size(); row++) {
                all[start + row] = column.at(row);
            }
        }
        return all;
    }

    private long[] integers() {
        long[] all = new long[size];
        for (int part = 0; part < starts.length; part++) {
            var column = (IntegerColumn) parts.get(part);
            int start = starts[part];
            for (int row = 0; row < column.size(); row++) {
                all[start + row] = column.at(row);
            }
        }
        return all;
    }

    private long[] timestamps() {
        long[] all = new long[size];
        for (int part = 0; part < starts.length; part++) {
            var column = (TimestampColumn) parts.get(part);
            int start = starts[part];
            for (int row = 0; row < column.size(); row++) {
                all[start + row] = column.at(row);
            }
        }
        return all;
    }

    private boolean[] booleans() {
        boolean[] all = new boolean[size];
        for (int part = 0; part < starts.length; part++) {
            var column = (BooleanColumn) parts.get(part);
            int start = starts[part];
            for (int row = 0; row < column.size(); row++) {
                all[start + row] = column.at(row);
            }
        }
        return all;
    }

    private String[] texts() {
        return parts.stream()
                .map(TextColumn.class::cast)
                .flatMap(column -> IntStream.range(0, column.size()).mapToObj(column::at))
                .toArray(String[]::new);
    }

    private CategoryColumn categories(String name) {
        var codes = new HashMap<String, Integer>();
        var dictionary = new ArrayList<String>();
        int[] all = new int[size];
        for (int part = 0; part < starts.length; part++) {
            var column = (CategoryColumn) parts.get(part);
            int[] renumbered = column.dictionary().stream()
                    .mapToInt(word -> codes.computeIfAbsent(word, unseen -> add(dictionary, unseen)))
                    .toArray();
            for (int row = 0; row < column.size(); row++) {
                int code = column.code(row);
                all[starts[part] + row] = code < 0 ? -1 : renumbered[code];
            }
        }
        return CategoryColumn.of(name, dictionary, all);
    }

    private static int add(List<String> dictionary, String word) {
        dictionary.add(word);
        return dictionary.size() - 1;
    }
}
