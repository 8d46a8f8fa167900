package dev.slipway.source;

import de.siegmar.fastcsv.reader.CloseableIterator;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import dev.slipway.problem.Problem;
import dev.slipway.problem.SlipwayException;
import dev.slipway.table.Origins;
import dev.slipway.table.Table;
import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.PushbackReader;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.zip.ZipException;

/**
 * The rows of a file of delimited text, every value as it was written: an empty field is the empty text and not missing.
 *
 * <p>Records count from 1 behind the header, blank lines not counted; lines are those an editor shows. A record that is
 * damaged (a wrong number of fields, a byte that is not UTF-8, a NUL) is named as {@linkplain Unreadable unreadable} and
 * left out of the table. What makes the rest of the file doubtful ends it with a problem: a quote that is never closed, a
 * gzip file that is cut short.
 */
public final class CsvReader implements TableReader {
    // Wide tables and long fields come in smaller batches, so that a batch stays within some tens of megabytes.
    private static final int CELLS = 1 << 20;
    private static final int CHARACTERS = 1 << 24;
    private static final int BEGINNING = 1 << 16;

    private final CsvSource source;
    private final Utf8Reader text;
    private final CsvRecord record = new CsvRecord();
    private final CloseableIterator<CsvRecord> records;
    private final CsvFormat format;
    private final List<String> names;
    private final int batchRows;
    private long read;
    private boolean begun;

    private CsvReader(CsvSource source, InputStream bytes) throws IOException {
        this.source = source;
        text = new Utf8Reader(bytes);
        char[] beginning = new char[BEGINNING];
        int length = fill(beginning);
        var whole = new PushbackReader(text, Math.max(1, length));
        whole.unread(beginning, 0, length);
        format = source.format().orElseGet(() -> Delimiter.of(new String(beginning, 0, length)));
        records = parser(format).build(record, whole).iterator();
        names = header();
        batchRows = Math.max(1, Math.min(ROWS, CELLS / names.size()));
    }

    private CsvReader(CsvSource source, CsvPart part, InputStream bytes) {
        this.source = source;
        text = Utf8Reader.inside(bytes);
        format = part.format();
        record.setLinesBefore(part.lines());
        records = parser(format).build(record, text).iterator();
        names = part.names();
        batchRows = Math.max(1, Math.min(ROWS, CELLS / names.size()));
        read = part.records();
    }

    /** @throws SlipwayException where the file cannot be opened, is empty, or its header names no distinct columns */
    public static CsvReader open(CsvSource source) {
        InputStream bytes = InputStream.nullInputStream();
        try {
            bytes = unpacked(SourceFile.open(source.file()));
            refuseOtherEncodings(source, bytes);
            return new CsvReader(source, bytes);
        } catch (IOException | RuntimeException e) {
            closeQuietly(bytes, e);
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
            closeQuietly(bytes, e);
            throw explained(source, e);
        }
    }

    static de.siegmar.fastcsv.reader.CsvReader.CsvReaderBuilder parser(CsvFormat format) {
        return de.siegmar.fastcsv.reader.CsvReader.builder()
                .fieldSeparator(format.delimiter())
                .quoteCharacter(format.quote())
                .allowUnclosedQuote(false)
                .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                .maxBufferSize(CsvRecord.LONGEST);
    }

    /** How the records are told apart: as the source says, or as the first lines look. */
    public CsvFormat format() {
        return format;
    }

    /** The names of the columns, as the header has them. */
    public List<String> names() {
        return names;
    }

    @Override
    public Optional<Batch> next() {
        var rows = new Rows();
        try {
            while (rows.fits() && records.hasNext()) {
                rows.add(records.next());
            }
        } catch (CsvParseException | UncheckedIOException e) {
            throw explainedHere(e);
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
            records.close();
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

        void add(CsvRecord next) {
            read++;
            characters += next.characters();
            if (next.count() != names.size()) {
                refuse(
                        next,
                        "has %d %s, the header has %d"
                                .formatted(next.count(), next.count() == 1 ? "field" : "fields", names.size()));
                return;
            }
            if (text.damaged()) {
                var damage = damage(next);
                if (damage.isPresent()) {
                    refuse(next, damage.get());
                    return;
                }
            }
            for (int column = 0; column < cells.size(); column++) {
                next.addField(column, cells.get(column));
            }
            recordNumbers[rows] = read;
            lines[rows] = next.line();
            rows++;
        }

        private void refuse(CsvRecord next, String reason) {
            unreadable.add(new Unreadable(source.name(), read, next.line(), reason));
        }

        Batch batch() {
            var columns = cells.stream().map(Words::column).toList();
            var origins = Origins.of(source.name(), Arrays.copyOf(recordNumbers, rows), Arrays.copyOf(lines, rows));
            return new Batch(Table.of(columns, origins), unreadable);
        }
    }

    private Optional<String> damage(CsvRecord damaged) {
        for (int column = 0; column < damaged.count(); column++) {
            String field = damaged.field(column);
            String name = names.isEmpty() ? "column " + (column + 1) : "'" + names.get(column) + "'";
            for (int i = 0; i < field.length(); i++) {
                if (field.charAt(i) == 0) {
                    return Optional.of("has a NUL byte in " + name);
                }
                if (Utf8Reader.standsForByte(field, i)) {
                    return Optional.of(
                            "has the byte 0x%02X in %s, which is not UTF-8".formatted(field.charAt(i) - 0xDC00, name));
                }
            }
        }
        return Optional.empty();
    }

    private List<String> header() {
        try {
            if (!records.hasNext()) {
                throw SlipwayException.refused(
                        "SOURCE-EMPTY",
                        "the file is empty: it has not even a header",
                        source.name(),
                        "write the names of the columns into its first line, or name another file");
            }
            var header = records.next();
            if (header.count() > MOST_COLUMNS) {
                throw SlipwayException.refused(
                        "SOURCE-WIDE",
                        "the header has %,d columns; at most %,d are read".formatted(header.count(), MOST_COLUMNS),
                        "%s, line %d".formatted(source.name(), header.line()),
                        "split the file, leave columns out, or put line ends between the records");
            }
            if (text.damaged()) {
                refuseDamaged(header);
            }
            var named = new ArrayList<String>(header.count());
            for (int column = 0; column < header.count(); column++) {
                named.add(header.field(column));
            }
            refuseUnusable(named, header.line());
            return List.copyOf(named);
        } catch (CsvParseException | UncheckedIOException e) {
            throw explainedHere(e);
        }
    }

    private void refuseDamaged(CsvRecord header) {
        for (int column = 0; column < header.count(); column++) {
            String field = header.field(column);
            for (int i = 0; i < field.length(); i++) {
                boolean nul = field.charAt(i) == 0;
                if (nul || Utf8Reader.standsForByte(field, i)) {
                    throw SlipwayException.refused(
                            "SOURCE-ENCODING",
                            nul
                                    ? "the header has a NUL byte: this is a binary file, or UTF-16"
                                    : "the header has the byte 0x%02X, which is not UTF-8"
                                            .formatted(field.charAt(i) - 0xDC00),
                            "%s, line %d, column %d".formatted(source.name(), header.line(), column + 1),
                            "save it as text in UTF-8; in a spreadsheet choose 'CSV UTF-8'");
                }
            }
        }
    }

    private void refuseUnusable(List<String> named, long line) {
        var places = new LinkedHashMap<String, List<Integer>>();
        for (int column = 0; column < named.size(); column++) {
            String name = named.get(column).isBlank() ? "" : named.get(column);
            places.computeIfAbsent(name, unseen -> new ArrayList<>()).add(column + 1);
        }
        var problems = new ArrayList<Problem>();
        places.forEach((name, columns) -> {
            if (name.isEmpty()) {
                problems.add(new Problem(
                        "SOURCE-HEADER",
                        "%s %s no name".formatted(listed(columns), columns.size() == 1 ? "has" : "have"),
                        "%s, line %d".formatted(source.name(), line),
                        "write a name for each column into the header"));
            } else if (columns.size() > 1) {
                problems.add(new Problem(
                        "SOURCE-HEADER",
                        "%s are both called '%s'".formatted(listed(columns), name),
                        "%s, line %d".formatted(source.name(), line),
                        "give each column a name of its own"));
            }
        });
        if (!problems.isEmpty()) {
            throw new SlipwayException(SlipwayException.Kind.REFUSED, problems);
        }
    }

    private static String listed(List<Integer> columns) {
        return "%s %s%s"
                .formatted(
                        columns.size() == 1 ? "column" : "columns",
                        String.join(
                                ", ",
                                columns.stream().limit(10).map(String::valueOf).toList()),
                        columns.size() > 10 ? " and %d more".formatted(columns.size() - 10) : "");
    }

    private int fill(char[] beginning) throws IOException {
        int length = 0;
        while (length < beginning.length) {
            int count = text.read(beginning, length, beginning.length - length);
            if (count < 0) {
                break;
            }
            length += count;
        }
        return length;
    }

    private static InputStream unpacked(InputStream file) throws IOException {
        var bytes = new BufferedInputStream(file);
        bytes.mark(2);
        boolean gzip = bytes.read() == 0x1F && bytes.read() == 0x8B;
        bytes.reset();
        return gzip ? new BufferedInputStream(new Gunzip(bytes), 1 << 16) : bytes;
    }

    private static void refuseOtherEncodings(CsvSource source, InputStream bytes) throws IOException {
        bytes.mark(2);
        int first = bytes.read();
        int second = bytes.read();
        bytes.reset();
        if ((first == 0xFF && second == 0xFE) || (first == 0xFE && second == 0xFF)) {
            throw SlipwayException.refused(
                    "SOURCE-ENCODING",
                    "the file is UTF-16, not UTF-8",
                    source.name(),
                    "convert it, such as: iconv -f UTF-16 -t UTF-8 '%s' > utf8.csv".formatted(source.file()));
        }
    }

    private RuntimeException explainedHere(RuntimeException thrown) {
        if (!(thrown instanceof CsvParseException parse) || thrown.getCause() instanceof CharacterCodingException) {
            return explained(source, thrown);
        }
        String where = "%s, line %d".formatted(source.name(), record.lineOfNextField());
        var cause = parse.getCause() == null ? parse : parse.getCause();
        String reason = String.valueOf(cause.getMessage());
        if (reason.startsWith("a record")) {
            return SlipwayException.refused(
                    "SOURCE-TOO-LONG", reason, where, "check that this is delimited text with line ends");
        }
        return SlipwayException.refused(
                "SOURCE-QUOTE",
                reason.startsWith("The maximum buffer size")
                        ? "a field of more than %,d characters: its quote is never closed, or the line ends are missing"
                                .formatted(CsvRecord.LONGEST)
                        : "the quote that opens here is not closed before the end of its field",
                where,
                "close the quote, or double a quote that belongs to the value (\"\")");
    }

    private static RuntimeException explained(CsvSource source, Exception thrown) {
        if (thrown instanceof SlipwayException known) {
            return known;
        }
        var cause = thrown instanceof UncheckedIOException unchecked ? unchecked.getCause() : thrown;
        if (cause instanceof EOFException || cause instanceof ZipException) {
            return SlipwayException.refused(
                    "SOURCE-GZIP",
                    "the gzip file is damaged: " + cause.getMessage(),
                    source.name(),
                    "copy or compress the file again; nothing of it was used");
        }
        if (cause instanceof IOException io) {
            return SourceFile.unreadable(source.file(), io);
        }
        return thrown instanceof RuntimeException bug ? bug : new IllegalStateException(thrown);
    }

    private static void closeQuietly(InputStream bytes, Exception reason) {
        try {
            bytes.close();
        } catch (IOException e) {
            reason.addSuppressed(e);
        }
    }
}
