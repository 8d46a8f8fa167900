package dev.slipway.association;

import dev.slipway.table.Table;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.stream.IntStream;

/** Some rows: the hash of each, where each came from, and their columns. Immutable. */
final class RowPart implements Serializable {
    static final RowPart NONE =
            new RowPart(new long[0], new String[0], new int[0], new long[0], new long[0], List.of());

    private final long[] hashes;
    private final String[] sources;
    private final int[] source;
    private final long[] records;
    private final long[] lines;
    private final List<SampledColumn> columns;

    private RowPart(
            long[] hashes, String[] sources, int[] source, long[] records, long[] lines, List<SampledColumn> columns) {
        this.hashes = hashes;
        this.sources = sources;
        this.source = source;
        this.records = records;
        this.lines = lines;
        this.columns = columns;
    }

    static RowPart of(Table table, long... hashes) {
        var origins = table.origins();
        var sources = new ArrayList<String>();
        int[] source = new int[hashes.length];
        for (int row = 0; row < hashes.length; row++) {
            String name = origins.source(row);
            if (sources.isEmpty() || !sources.get(sources.size() - 1).equals(name)) {
                sources.add(name);
            }
            source[row] = sources.size() - 1;
        }
        return new RowPart(
                hashes,
                sources.toArray(String[]::new),
                source,
                IntStream.range(0, hashes.length).mapToLong(origins::record).toArray(),
                IntStream.range(0, hashes.length).mapToLong(origins::line).toArray(),
                table.columns().stream().map(SampledColumn::of).toList());
    }

    /** The rows at these places: part in the upper half, row in the lower. */
    static RowPart choose(List<RowPart> parts, long... places) {
        int size = places.length;
        var numbers = new HashMap<String, Integer>();
        int[] part = new int[size];
        int[] row = new int[size];
        long[] hashes = new long[size];
        int[] source = new int[size];
        long[] records = new long[size];
        long[] lines = new long[size];
        for (int i = 0; i < size; i++) {
            part[i] = (int) (places[i] >>> 32);
            row[i] = (int) places[i];
            var from = parts.get(part[i]);
            hashes[i] = from.hashes[row[i]];
            source[i] = numbers.computeIfAbsent(from.sources[from.source[row[i]]], name -> numbers.size());
            records[i] = from.records[row[i]];
            lines[i] = from.lines[row[i]];
        }
        var sources = new String[numbers.size()];
        numbers.forEach((name, number) -> sources[number] = name);
        var columns = IntStream.range(0, parts.get(0).columns.size())
                .mapToObj(c -> SampledColumn.choose(
                        parts.stream().map(some -> some.columns.get(c)).toList(), part, row))
                .toList();
        return new RowPart(hashes, sources, source, records, lines, columns);
    }

    /** Of places: by source and record. Two rows of one name (which a source should not have) go by their values. */
    static Comparator<Long> order(List<RowPart> parts) {
        return (a, b) -> parts.get((int) (a >>> 32)).compare(a.intValue(), parts.get((int) (b >>> 32)), b.intValue());
    }

    private int compare(int row, RowPart other, int otherRow) {
        String one = sources[source[row]];
        String two = other.sources[other.source[otherRow]];
        int compared = one.equals(two) ? 0 : one.compareTo(two);
        if (compared == 0) {
            compared = Long.compare(records[row], other.records[otherRow]);
        }
        if (compared == 0) {
            compared = Long.compare(lines[row], other.lines[otherRow]);
        }
        for (int c = 0; c < columns.size() && compared == 0; c++) {
            compared = columns.get(c).text(row).compareTo(other.columns.get(c).text(otherRow));
        }
        return compared;
    }

    long[] hashes() {
        return hashes;
    }

    int size() {
        return hashes.length;
    }

    SampledRow origin(int row) {
        return new SampledRow(sources[source[row]], records[row], lines[row]);
    }

    List<SampledColumn> columns() {
        return columns;
    }

    boolean same(RowPart other) {
        return size() == other.size()
                && columns.size() == other.columns.size()
                && Arrays.equals(records, other.records)
                && Arrays.equals(lines, other.lines)
                && IntStream.range(0, size())
                        .allMatch(row -> sources[source[row]].equals(other.sources[other.source[row]])
                                && IntStream.range(0, columns.size())
                                        .allMatch(c -> columns.get(c)
                                                .text(row)
                                                .equals(other.columns.get(c).text(row))));
    }
}
