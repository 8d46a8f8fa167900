package dev.slipway.table;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.LongStream;

/**
 * Where each row of a table came from: the source's name, the record (logical, from 1) and, for text files, the physical
 * line its record starts on (from 1; 0 where a source has no lines); and the cells that could not be read on the way.
 * Immutable. Rows of several sources can be laid end to end: then each row has its own.
 */
public final class Origins implements Serializable {
    private static final int SHOWN = 3;
    private static final int[] ONE = new int[0];

    private final List<String> sources;
    private final int[] which;
    private final long[] records;
    private final long[] lines;
    private final Map<Row, List<Misread>> misread;

    /** A row by its name. */
    private record Row(String source, long record) implements Serializable {}

    /** @param which of the sources each row came from; empty where there is one for all */
    private Origins(List<String> sources, int[] which, Map<Row, List<Misread>> misread, long[] records, long... lines) {
        this.sources = sources;
        this.which = which;
        this.misread = misread;
        this.records = records;
        this.lines = lines;
    }

    /** Takes the arrays over; they are of one length, or there are no lines. */
    public static Origins of(String source, long[] records, long... lines) {
        if (lines.length != 0 && lines.length != records.length) {
            throw new IllegalArgumentException("%d records but %d lines".formatted(records.length, lines.length));
        }
        return new Origins(List.of(source), ONE, Map.of(), records, lines);
    }

    /** Records counted on from the first one, without lines. */
    public static Origins from(String source, long firstRecord, int rows) {
        return of(source, LongStream.range(firstRecord, firstRecord + rows).toArray());
    }

    /** What people call all of it: the name of the one source, or the first names of several. */
    public String source() {
        return named(sources);
    }

    /** Several names as one: the first, and how many there are. */
    public static String named(List<String> sources) {
        int more = sources.size() - SHOWN;
        var first = String.join(", ", sources.subList(0, Math.min(SHOWN, sources.size())));
        return more > 0 ? "%s and %d more".formatted(first, more) : first;
    }

    /** The source of this row. */
    public String source(int row) {
        return sources.get(which.length == 0 ? 0 : which[row]);
    }

    public int size() {
        return records.length;
    }

    public long record(int row) {
        return records[row];
    }

    /** 0 where the source has no lines. */
    public long line(int row) {
        return lines.length == 0 ? 0 : lines[row];
    }

    /** "people.csv, row 4 (line 5)". */
    public String where(int row) {
        return lines.length == 0 || lines[row] == 0
                ? "%s, row %d".formatted(source(row), records[row])
                : "%s, row %d (line %d)".formatted(source(row), records[row], lines[row]);
    }

    /** Whether any cell could not be read. */
    public boolean anyMisread() {
        return !misread.isEmpty();
    }

    /** The cells of the row that could not be read, in the order they were met. */
    public List<Misread> misread(int row) {
        return misread.isEmpty() ? List.of() : misread.getOrDefault(new Row(source(row), records[row]), List.of());
    }

    /** These origins, and in these rows cells that could not be read, besides those known before. */
    public Origins withMisread(Map<Integer, List<Misread>> cells) {
        if (cells.isEmpty()) {
            return this;
        }
        var all = new HashMap<>(misread);
        cells.forEach((row, found) -> {
            var both = new ArrayList<>(misread(row));
            both.addAll(found);
            all.put(new Row(source(row), records[row]), List.copyOf(both));
        });
        return new Origins(sources, which, all, records, lines);
    }

    /** These origins, without a word about cells that could not be read. */
    public Origins withoutMisread() {
        return misread.isEmpty() ? this : new Origins(sources, which, Map.of(), records, lines);
    }

    Origins rows(int... rows) {
        long[] chosen = Arrays.stream(rows).mapToLong(row -> records[row]).toArray();
        return new Origins(
                sources,
                which.length == 0
                        ? ONE
                        : Arrays.stream(rows).map(row -> which[row]).toArray(),
                misread,
                chosen,
                lines.length == 0
                        ? lines
                        : Arrays.stream(rows).mapToLong(row -> lines[row]).toArray());
    }

    Origins slice(int from, int to) {
        return new Origins(
                sources,
                which.length == 0 ? ONE : Arrays.copyOfRange(which, from, to),
                misread,
                Arrays.copyOfRange(records, from, to),
                lines.length == 0 ? lines : Arrays.copyOfRange(lines, from, to));
    }

    /** A part without lines has 0 where other parts have them. */
    static Origins concat(List<Origins> parts) {
        if (parts.size() == 1) {
            return parts.get(0);
        }
        var names = new LinkedHashMap<String, Integer>();
        parts.forEach(part -> part.sources.forEach(name -> names.putIfAbsent(name, names.size())));
        var misread = new HashMap<Row, List<Misread>>();
        parts.forEach(part -> misread.putAll(part.misread));
        boolean lined = parts.stream().anyMatch(part -> part.lines.length > 0);
        return new Origins(
                List.copyOf(names.keySet()),
                names.size() == 1
                        ? ONE
                        : parts.stream()
                                .flatMapToInt(part -> IntStream.range(0, part.size())
                                        .map(row -> names.getOrDefault(part.source(row), 0)))
                                .toArray(),
                misread,
                parts.stream()
                        .flatMapToLong(part -> Arrays.stream(part.records))
                        .toArray(),
                lined
                        ? parts.stream()
                                .flatMapToLong(
                                        part -> IntStream.range(0, part.size()).mapToLong(part::line))
                                .toArray()
                        : new long[0]);
    }
}
