package dev.slipway.source;

import dev.slipway.problem.SlipwayException;
import dev.slipway.table.Missing;
import dev.slipway.table.Origins;
import dev.slipway.table.Table;
import dev.slipway.table.TextColumn;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The rows of a file of JSON records. The columns are all keys of the first {@value #DECIDE} records, in the order they first
 * come, or those a person named; a key that first comes later makes its record unreadable, so that no value is lost without a
 * word. A key that a record does not have, and null, is missing.
 */
public final class JsonTableReader implements TableReader {
    /** So many records, or {@value #DECIDING_CHARACTERS} characters if they are longer, decide about the columns. */
    public static final int DECIDE = 10_000;

    static final int DECIDING_CHARACTERS = 1 << 24;

    private static final int CELLS = 1 << 20;
    private static final int BEGINNING = 1 << 16;

    private final JsonSource source;
    private final TextReader text;
    private final JsonRecords records;
    private final ArrayDeque<JsonRecord> waiting = new ArrayDeque<>();
    private final Map<String, Integer> columns = new LinkedHashMap<>();
    private final List<String> names;
    private final int batchRows;
    private long read;
    private boolean begun;

    private JsonTableReader(JsonSource source, InputStream bytes, Encoding encoding) throws IOException {
        this.source = source;
        text = new TextReader(bytes, encoding.charset());
        char[] beginning = new char[BEGINNING];
        int length = text.fill(beginning);
        if (encoding.supposed() && text.damaged()) {
            Detection.refuseOtherEncoding(beginning, length, source.name());
        }
        records = JsonRecords.begins(beginning, length) == '['
                ? new JsonArray(text, beginning, length, source.name())
                : new JsonLines(text, beginning, length, source.name());
        source.dialect().columns().forEach(name -> columns.put(name, columns.size()));
        if (columns.isEmpty()) {
            decide();
        }
        names = List.copyOf(columns.keySet());
        batchRows = Math.max(1, Math.min(ROWS, CELLS / names.size()));
    }

    /** @throws SlipwayException where the file cannot be opened, or its first records have no columns */
    public static JsonTableReader open(JsonSource source) {
        InputStream opened = InputStream.nullInputStream();
        try {
            var bytes = Unpacking.open(source.file());
            opened = bytes;
            return new JsonTableReader(
                    source, bytes, Encoding.of(bytes, source.dialect().encoding(), source.name()));
        } catch (IOException | RuntimeException e) {
            Unpacking.close(opened, e);
            throw explained(source, e);
        }
    }

    private void decide() {
        long characters = 0;
        String fault = "";
        for (var next = records.next(); next.isPresent(); next = records.next()) {
            var record = next.get();
            waiting.add(record);
            characters += record.characters();
            fault = fault.isEmpty() ? record.fault() : fault;
            record.fields().forEach(field -> columns.putIfAbsent(field.key(), columns.size()));
            if (columns.size() > MOST_COLUMNS) {
                throw SlipwayException.refused(
                        "SOURCE-WIDE",
                        "the records have more than %,d different keys".formatted(MOST_COLUMNS),
                        "%s, line %d".formatted(source.name(), record.line()),
                        "split the file, or leave keys out");
            }
            if (waiting.size() >= DECIDE || characters >= DECIDING_CHARACTERS) {
                break;
            }
        }
        if (columns.isEmpty()) {
            throw waiting.isEmpty()
                    ? SlipwayException.refused(
                            "SOURCE-EMPTY",
                            "the file has no record",
                            source.name(),
                            "write one object a line, or an array of objects")
                    : SlipwayException.refused(
                            "SOURCE-JSON",
                            "none of the first %d records is a flat JSON object with keys; the first %s"
                                    .formatted(waiting.size(), fault.isEmpty() ? "is empty" : fault),
                            "%s, line %d"
                                    .formatted(source.name(), waiting.element().line()),
                            "write one object a line, or an array of objects, without lists and objects in them");
        }
    }

    @Override
    public Optional<Batch> next() {
        var rows = new Rows();
        try {
            boolean more = true;
            while (more && rows.fits()) {
                var next = nextRecord();
                next.ifPresent(rows::add);
                more = next.isPresent();
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

    private Optional<JsonRecord> nextRecord() {
        return waiting.isEmpty() ? records.next() : Optional.of(waiting.remove());
    }

    @Override
    public void close() {
        try {
            text.close();
        } catch (IOException e) {
            throw SourceFile.unreadable(source.file(), e);
        }
    }

    private static RuntimeException explained(JsonSource source, Exception thrown) {
        var cause = thrown instanceof UncheckedIOException unchecked ? unchecked.getCause() : thrown;
        if (cause instanceof IOException io) {
            return Unpacking.explained(source.file(), source.name(), io);
        }
        return thrown instanceof RuntimeException known ? known : new IllegalStateException(thrown);
    }

    /** The rows of one batch, while they are collected. */
    private final class Rows {
        private final String[][] cells = new String[names.size()][batchRows];
        private final BitSet[] there = new BitSet[names.size()];
        private final long[] recordNumbers = new long[batchRows];
        private final long[] lines = new long[batchRows];
        private final List<Unreadable> unreadable = new ArrayList<>();
        private int rows;
        private long characters;

        Rows() {
            Arrays.setAll(there, column -> new BitSet());
        }

        boolean fits() {
            return rows + unreadable.size() < batchRows && characters < DECIDING_CHARACTERS;
        }

        boolean isEmpty() {
            return rows == 0 && unreadable.isEmpty();
        }

        void add(JsonRecord next) {
            read++;
            characters += next.characters();
            var fault = next.fault();
            for (var field : next.fields()) {
                if (!columns.containsKey(field.key())) {
                    fault = source.dialect().columns().isEmpty()
                            ? "has the key '%s', which none of the first records has: name all with --columns"
                                    .formatted(field.key())
                            : "has the key '%s', which is not one of the columns".formatted(field.key());
                }
            }
            if (!fault.isEmpty()) {
                unreadable.add(new Unreadable(source.name(), read, next.line(), fault));
                return;
            }
            for (var field : next.fields()) {
                if (!field.missing()) {
                    int column = columns.getOrDefault(field.key(), 0);
                    cells[column][rows] = field.value();
                    there[column].set(rows);
                }
            }
            recordNumbers[rows] = read;
            lines[rows] = next.line();
            rows++;
        }

        Batch batch() {
            var filled = new ArrayList<TextColumn>();
            for (int column = 0; column < cells.length; column++) {
                var present = there[column];
                var values = Arrays.copyOf(cells[column], rows);
                for (int row = present.nextClearBit(0); row < rows; row = present.nextClearBit(row + 1)) {
                    values[row] = "";
                }
                filled.add(TextColumn.of(names.get(column), Missing.where(rows, row -> !present.get(row)), values));
            }
            var origins = Origins.of(source.name(), Arrays.copyOf(recordNumbers, rows), Arrays.copyOf(lines, rows));
            return new Batch(Table.of(filled, origins), unreadable);
        }
    }
}
