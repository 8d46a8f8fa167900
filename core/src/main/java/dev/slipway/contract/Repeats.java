package dev.slipway.contract;

import java.io.Serializable;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/** Which rows come again, and as which row before; packed by source. Immutable. */
final class Repeats implements Serializable {
    /** The repeated records of one source, ascending, and for each of them where it was first. */
    private static final class InSource implements Serializable {
        private final long[] records;
        private final int[] sources;
        private final long[] firstRecords;
        private final long[] firstLines;

        InSource(long[] records, int[] sources, long[] firstRecords, long... firstLines) {
            this.records = records;
            this.sources = sources;
            this.firstRecords = firstRecords;
            this.firstLines = firstLines;
        }

        Optional<Finding.Row> first(String[] names, long record) {
            int at = Arrays.binarySearch(records, record);
            return at < 0
                    ? Optional.empty()
                    : Optional.of(new Finding.Row(names[sources[at]], firstRecords[at], firstLines[at]));
        }
    }

    private final String[] names;
    private final Map<String, InSource> bySource;

    private Repeats(String[] names, Map<String, InSource> bySource) {
        this.names = names;
        this.bySource = new HashMap<>(bySource);
    }

    boolean isEmpty() {
        return bySource.isEmpty();
    }

    /** Where the row was first; empty where it comes once or is the first. */
    Optional<Finding.Row> first(String source, long record) {
        var repeats = bySource.get(source);
        return repeats == null ? Optional.empty() : repeats.first(names, record);
    }

    /** For one thread. */
    static final class Growing {
        private final Map<String, Integer> names = new LinkedHashMap<>();
        private final Map<String, Lists> bySource = new HashMap<>();

        void add(Finding.Row row, Finding.Row first) {
            int name = names.computeIfAbsent(first.source(), source -> names.size());
            bySource.computeIfAbsent(row.source(), source -> new Lists()).add(row.record(), name, first);
        }

        Repeats repeats() {
            var packed = new HashMap<String, InSource>();
            bySource.forEach((source, lists) -> packed.put(source, lists.packed()));
            return new Repeats(names.keySet().toArray(String[]::new), packed);
        }
    }

    private static final class Lists {
        private long[] records = new long[4];
        private int[] sources = new int[4];
        private long[] firstRecords = new long[4];
        private long[] firstLines = new long[4];
        private int size;

        void add(long record, int source, Finding.Row first) {
            if (size == records.length) {
                records = Arrays.copyOf(records, size * 2);
                sources = Arrays.copyOf(sources, size * 2);
                firstRecords = Arrays.copyOf(firstRecords, size * 2);
                firstLines = Arrays.copyOf(firstLines, size * 2);
            }
            records[size] = record;
            sources[size] = source;
            firstRecords[size] = first.record();
            firstLines[size++] = first.line();
        }

        InSource packed() {
            int[] order = IntStream.range(0, size)
                    .boxed()
                    .sorted((some, others) -> Long.compare(records[some], records[others]))
                    .mapToInt(Integer::intValue)
                    .toArray();
            return new InSource(
                    Arrays.stream(order).mapToLong(at -> records[at]).toArray(),
                    Arrays.stream(order).map(at -> sources[at]).toArray(),
                    Arrays.stream(order).mapToLong(at -> firstRecords[at]).toArray(),
                    Arrays.stream(order).mapToLong(at -> firstLines[at]).toArray());
        }
    }
}
