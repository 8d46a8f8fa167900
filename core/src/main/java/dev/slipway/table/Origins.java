package dev.slipway.table;

import java.io.Serializable;
import java.util.Arrays;
import java.util.List;
import java.util.stream.LongStream;

/**
 * Where each row of a table came from: the source's name, the record (logical, from 1) and, for text files, the physical
 * line its record starts on (from 1; 0 where a source has no lines). Immutable.
 */
public final class Origins implements Serializable {
    private final String source;
    private final long[] records;
    private final long[] lines;

    private Origins(String source, long[] records, long... lines) {
        this.source = source;
        this.records = records;
        this.lines = lines;
    }

    /** Takes the arrays over; they are of one length, or there are no lines. */
    public static Origins of(String source, long[] records, long... lines) {
        if (lines.length != 0 && lines.length != records.length) {
            throw new IllegalArgumentException("%d records but %d lines".formatted(records.length, lines.length));
        }
        return new Origins(source, records, lines);
    }

    /** Records counted on from the first one, without lines. */
    public static Origins from(String source, long firstRecord, int rows) {
        return new Origins(
                source, LongStream.range(firstRecord, firstRecord + rows).toArray());
    }

    public String source() {
        return source;
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
        return lines.length == 0
                ? "%s, row %d".formatted(source, records[row])
                : "%s, row %d (line %d)".formatted(source, records[row], lines[row]);
    }

    Origins rows(int... rows) {
        long[] chosenRecords =
                Arrays.stream(rows).mapToLong(row -> records[row]).toArray();
        return lines.length == 0
                ? new Origins(source, chosenRecords)
                : new Origins(
                        source,
                        chosenRecords,
                        Arrays.stream(rows).mapToLong(row -> lines[row]).toArray());
    }

    Origins slice(int from, int to) {
        return new Origins(
                source,
                Arrays.copyOfRange(records, from, to),
                lines.length == 0 ? lines : Arrays.copyOfRange(lines, from, to));
    }

    /** Parts of one source; lines are kept where every part that has rows has them. */
    static Origins concat(List<Origins> parts) {
        if (parts.size() == 1) {
            return parts.get(0);
        }
        for (var part : parts) {
            if (!part.source.equals(parts.get(0).source)) {
                throw new IllegalArgumentException(
                        "rows of '%s' and of '%s' in one table".formatted(parts.get(0).source, part.source));
            }
        }
        boolean lined = parts.stream().allMatch(part -> part.lines.length > 0 || part.size() == 0);
        return new Origins(
                parts.get(0).source,
                parts.stream()
                        .flatMapToLong(part -> Arrays.stream(part.records))
                        .toArray(),
                lined
                        ? parts.stream()
                                .flatMapToLong(part -> Arrays.stream(part.lines))
                                .toArray()
                        : new long[0]);
    }
}
