package dev.slipway.source;

import dev.slipway.problem.SlipwayException;
import dev.slipway.table.Origins;
import dev.slipway.table.Table;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * The rows of a file of delimited text, every value as it was written: an empty field is the empty text and not missing.
 *
 * <p>Records count from 1 behind the header, blank lines not counted; lines are those an editor shows. A record that is
 * damaged (a wrong number of fields, text behind a closing quote, a byte that is not in the encoding, a NUL) is named as
 * {@linkplain Unreadable unreadable} and left out of the table. What makes the rest of the file doubtful ends it with a
 * problem: a quote that is never closed, a packed file that is cut short.
 */
public final class CsvReader implements TableReader {
    // Wide tables and long fields come in smaller batches, so that a batch stays within some tens of megabytes.
    private static final int CELLS = 1 << 20;
    private static final int CHARACTERS = 1 << 24;
    private static final int BEGINNING = 1 << 16;

    private final CsvSource source;
    private final TextReader text;
    private final CsvRecords records;
    private final CsvFormat format;
    private final List<String> names;
    private final int batchRows;
    private long read;
    private boolean begun;

    private CsvReader(CsvSource source, InputStream bytes, Encoding encoding) throws IOException {
        this.source = source;
        text = new TextReader(bytes, encoding.charset());
        char[] beginning = new char[BEGINNING];
        int length = text.fill(beginning);
        if (encoding.supposed() && text.damaged()) {
            Detection.refuseOtherEncoding(beginning, length, source.name());
        }
        var detection = Detection.of(beginning, length, source.dialect());
        format = detection.format();
        records = new CsvRecords(text, beginning, length, format, source.name(), 0);
        names = CsvHeader.names(records, detection, source, text);
        batchRows = batchRows(names);
    }

    private CsvReader(CsvSource source, CsvPart part, InputStream bytes) {
        this.source = source;
        text = TextReader.inside(bytes, Encoding.UTF_8);
        format = part.format();
        records = new CsvRecords(text, format, source.name(), part.lines());
        names = part.names();
        batchRows = batchRows(names);
        read = part.records();
    }

    private static int batchRows(List<String> names) {
        return Math.max(1, Math.min(ROWS, CELLS / names.size()));
    }

    /** @throws SlipwayException where the file cannot be opened, is empty, or its header names no distinct columns */
    public static CsvReader open(CsvSource source) {
        InputStream opened = InputStream.nullInputStream();
        try {
            var bytes = Unpacking.open(source.file());
            opened = bytes;
            return new CsvReader(
                    source, bytes, Encoding.of(bytes, source.dialect().encoding(), source.name()));
        } catch (IOException | RuntimeException e) {
            Unpacking.close(opened, e);
            throw explained(source, e);
        }
    }

    /**
     * The records of the part alone, named as in the whole file.
     *
     * @throws SlipwayException where the file cannot be opened
     */
    public static CsvReader open(CsvSource source, CsvPart part) {
        InputStream bytes = InputStream.nullInputStream();
        try {
            bytes = SourceFile.open(source.file());
            bytes.skipNBytes(part.from());
            return new CsvReader(source, part, new BufferedInputStream(new Beginning(bytes, part.to() - part.from())));
        } catch (IOException | RuntimeException e) {
            Unpacking.close(bytes, e);
            throw explained(source, e);
        }
    }

    /** How the records are told apart: as the source says, or as the first lines look. */
    public CsvFormat format() {
        return format;
    }

    /** The names of the columns, as the header has them. */
    public List<String> names() {
        return names;
    }

    /** Whether the bytes of the file are UTF-8, so that every delimiter, quote and line end is one byte. */
    boolean isUtf8() {
        return text.charset().equals(Encoding.UTF_8);
    }

    @Override
    public Optional<Batch> next() {
        var rows = new Rows();
        try {
            while (rows.fits() && records.next()) {
                rows.add(records);
            }
        } catch (UncheckedIOException e) {
            throw explained(source, e);
        }
        if (begun && rows.isEmpty()) {
            return Optional.empty();
        }
        begun = true;
        return Optional.of(rows.batch());
    }

    @Override
    public void close() {
        try {
            text.close();
        } catch (IOException e) {
            throw SourceFile.unreadable(source.file(), e);
        }
    }

    /** The rows of one batch, while they are collected. */
    private final class Rows {
        private final List<Words> cells =
                names.stream().map(name -> new Words(name, batchRows)).toList();
        private final long[] recordNumbers = new long[batchRows];
        private final long[] lines = new long[batchRows];
        private final List<Unreadable> unreadable = new ArrayList<>();
        private int rows;
        private long characters;

        boolean fits() {
            return rows + unreadable.size() < batchRows && characters < CHARACTERS;
        }

        boolean isEmpty() {
            return rows == 0 && unreadable.isEmpty();
        }

        void add(CsvRecords next) {
            read++;
            characters += next.characters();
            var fault = fault(next);
            if (!fault.isEmpty()) {
                unreadable.add(new Unreadable(source.name(), read, next.line(), fault));
                return;
            }
            for (int column = 0; column < cells.size(); column++) {
                next.addField(column, cells.get(column));
            }
            recordNumbers[rows] = read;
            lines[rows] = next.line();
            rows++;
        }

        Batch batch() {
            var columns = cells.stream().map(Words::column).toList();
            var origins = Origins.of(source.name(), Arrays.copyOf(recordNumbers, rows), Arrays.copyOf(lines, rows));
            return new Batch(Table.of(columns, origins), unreadable);
        }
    }

    /** Why a record is no row; empty where it is one. */
    private String fault(CsvRecords next) {
        if (!next.fault().isEmpty()) {
            return next.fault();
        }
        if (next.count() != names.size()) {
            return "has %d %s, the header has %d"
                    .formatted(next.count(), next.count() == 1 ? "field" : "fields", names.size());
        }
        if (!text.damaged() && !next.hasNul()) {
            return "";
        }
        return next.damage()
                .map(damage -> damage.nul()
                        ? "has a NUL byte in '%s'".formatted(names.get(damage.field()))
                        : "has the byte 0x%02X in '%s', which is not %s"
                                .formatted(
                                        damage.value(),
                                        names.get(damage.field()),
                                        text.charset().name()))
                .orElse("");
    }

    private static RuntimeException explained(CsvSource source, Exception thrown) {
        var cause = thrown instanceof UncheckedIOException unchecked ? unchecked.getCause() : thrown;
        if (cause instanceof IOException io) {
            return Unpacking.explained(source.file(), source.name(), io);
        }
        return thrown instanceof RuntimeException known ? known : new IllegalStateException(thrown);
    }
}
