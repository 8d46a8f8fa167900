package dev.slipway.source;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;

/**
 * Cuts a file of delimited text between records, in one pass over its bytes that looks at nothing but delimiters, quotes and
 * line ends, and counts records and lines as {@link CsvReader} does. What makes this possible is UTF-8: a byte below 0x80 is
 * that character and never a part of another.
 *
 * <p>Behind a quote that is not rightly closed there is no cut, so that whoever reads the last part meets it and names it. For
 * one thread.
 */
public final class CsvCuts {
    private enum At {
        FIELD_START,
        PLAIN_FIELD,
        QUOTED_FIELD,
        /** Behind a quote that closes a field, or is the first of a doubled one. */
        QUOTE_IN_QUOTES
    }

    private static final int BUFFER = 1 << 20;

    private final CsvFormat format;
    private final List<String> names;
    private final long step;
    private final List<CsvPart> parts = new ArrayList<>();

    private At at = At.FIELD_START;
    private boolean blankSoFar = true;
    private boolean afterReturn;
    private boolean recordEnded;
    private boolean wrongQuote;

    private long position;
    private long records;
    private long lines;

    private boolean behindHeader;
    private int headers = 1;
    private long from;
    private long recordsBefore;
    private long linesBefore;

    private CsvCuts(CsvFormat format, List<String> names, long step) {
        this.format = format;
        this.names = names;
        this.step = step;
    }

    /**
     * The records of the file in about so many parts of about equal length, in file order: fewer where its records are long or
     * the file is short, and none at all where it cannot be cut, because it is packed, or not
     * UTF-8, or its delimiter or quote is not ASCII.
     *
     * @param wanted parts, at least 1
     * @param least bytes of a part
     * @throws dev.slipway.problem.SlipwayException where the file or its header cannot be read
     */
    public static List<CsvPart> of(CsvSource source, int wanted, long least) {
        try (var reader = CsvReader.open(source);
                var bytes = SourceFile.open(source.file())) {
            var format = reader.format();
            long step = Math.max(least, Files.size(source.file()) / wanted);
            boolean ascii = format.delimiter() < 0x80 && format.quote() < 0x80;
            if (!ascii || !reader.isUtf8()) {
                return List.of();
            }
            var cuts = new CsvCuts(format, reader.names(), Math.max(1, step));
            cuts.behindHeader = !source.dialect().hasHeader();
            cuts.headers = cuts.behindHeader ? 0 : 1;
            return cuts.all(bytes);
        } catch (IOException e) {
            throw SourceFile.unreadable(source.file(), e);
        }
    }

    private List<CsvPart> all(InputStream bytes) throws IOException {
        byte[] buffer = new byte[BUFFER];
        int length = bytes.readNBytes(buffer, 0, BUFFER);
        if (starts(buffer, length, 0x1F, 0x8B) || starts(buffer, length, 0x28, 0xB5, 0x2F, 0xFD)) {
            return List.of(); // gzip, Zstandard
        }
        int start = starts(buffer, length, 0xEF, 0xBB, 0xBF) ? 3 : 0;
        position = start;
        from = start;
        while (length > 0) {
            scan(buffer, start, length);
            start = 0;
            length = bytes.readNBytes(buffer, 0, BUFFER);
        }
        if (recordEnded) {
            behindRecord();
        }
        if (parts.isEmpty() || position > from) {
            parts.add(part());
        }
        return List.copyOf(parts);
    }

    private static boolean starts(byte[] buffer, int length, int... bytes) {
        for (int i = 0; i < bytes.length; i++) {
            if (i == length || (buffer[i] & 0xFF) != bytes[i]) {
                return false;
            }
        }
        return true;
    }

    private void scan(byte[] buffer, int start, int end) {
        byte delimiter = (byte) format.delimiter();
        byte quote = (byte) format.quote();
        for (int i = start; i < end; i++) {
            byte next = buffer[i];
            if (recordEnded && !(afterReturn && next == '\n')) {
                behindRecord();
            }
            position++;
            if (at == At.QUOTED_FIELD) {
                inQuotes(next, quote);
            } else if (next == '\n' || next == '\r') {
                lineEnd(next);
            } else {
                inRecord(next, delimiter, quote);
            }
        }
    }

    private void inQuotes(byte next, byte quote) {
        if (next == quote) {
            at = At.QUOTE_IN_QUOTES;
            afterReturn = false;
        } else if (next == '\r' || next == '\n') {
            lines += next == '\n' && afterReturn ? 0 : 1;
            afterReturn = next == '\r';
        } else {
            afterReturn = false;
        }
    }

    private void lineEnd(byte next) {
        if (next == '\n' && afterReturn) {
            afterReturn = false;
            return;
        }
        afterReturn = next == '\r';
        lines++;
        records += blankSoFar ? 0 : 1;
        recordEnded = true;
        blankSoFar = true;
        at = At.FIELD_START;
    }

    private void inRecord(byte next, byte delimiter, byte quote) {
        afterReturn = false;
        blankSoFar = false;
        if (next == delimiter) {
            at = At.FIELD_START;
        } else if (next == quote && format.quoting() && at != At.PLAIN_FIELD) {
            at = At.QUOTED_FIELD;
        } else {
            wrongQuote |= at == At.QUOTE_IN_QUOTES;
            at = At.PLAIN_FIELD;
        }
    }

    /** A line is over, its line end included, and what follows begins a record: here a part may begin. */
    private void behindRecord() {
        recordEnded = false;
        if (!behindHeader) {
            if (records > 0) {
                behindHeader = true;
                begin();
            }
        } else if (position - from >= step && records - headers > recordsBefore && !wrongQuote) {
            parts.add(part());
            begin();
        }
    }

    private void begin() {
        from = position;
        recordsBefore = records - headers;
        linesBefore = lines;
    }

    private CsvPart part() {
        return behindHeader
                ? new CsvPart(format, names, from, position, recordsBefore, linesBefore)
                : new CsvPart(format, names, position, position, 0, lines);
    }
}
