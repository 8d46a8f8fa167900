package dev.slipway.source;

import dev.slipway.problem.SlipwayException;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.Optional;

/**
 * Cuts delimited text into records, one at a time; the fields of the current one lie in the buffer it was read into. Lines end
 * with LF, CRLF or CR; blank lines are no records. A quote opens only at the start of a field.
 *
 * <p>A record with text behind a closing quote has a {@linkplain #fault() fault}. Where such a quote closed on a later line
 * than it opened, it was never rightly closed: the record then ends with the line on which the quote opened, and what follows
 * is read anew, so that one forgotten quote costs one line. For one thread.
 */
final class CsvRecords {
    /** More characters than this in one record is a file gone wrong, not a record. */
    static final int LONGEST = 1 << 20;

    private static final int BUFFER = 1 << 16;

    private final Reader text;
    private final String name;
    private final char delimiter;
    private final char quote;
    private final boolean quoting;

    private char[] buffer;
    private int limit;
    private boolean ended;
    /** Where the current record begins; the fields count from here, as the buffer moves on with it. */
    private int from;

    private int at;
    private int[] starts = new int[32];
    private int[] ends = new int[32];
    private int count;
    private int[] doubled = new int[4];
    private int doubledCount;

    /** The line of {@link #at}. */
    private long line;

    private long recordLine;
    private long quoteLine;
    private String fault = "";
    private boolean nul;

    CsvRecords(Reader text, CsvFormat format, String name, long linesBefore) {
        this(text, new char[BUFFER], 0, format, name, linesBefore);
    }

    /** Takes over the characters that were read already. */
    CsvRecords(Reader text, char[] beginning, int length, CsvFormat format, String name, long linesBefore) {
        this.text = text;
        this.name = name;
        delimiter = format.delimiter();
        quote = format.quote();
        quoting = format.quoting();
        buffer = beginning;
        limit = length;
        line = linesBefore + 1;
    }

    /**
     * Goes to the next record, if there is one.
     *
     * @throws SlipwayException where a quote is never closed, or a record is longer than {@link #LONGEST}
     */
    boolean next() {
        do {
            from = at;
            if (at == limit && !more()) {
                return false;
            }
        } while (atLineEnd() && passLineEnd());
        recordLine = line;
        count = 0;
        doubledCount = 0;
        fault = "";
        nul = false;
        fields();
        if (at - from > LONGEST) {
            throw tooLong();
        }
        for (int i = 0; i < doubledCount; i++) {
            undouble(doubled[i]);
        }
        return true;
    }

    int count() {
        return count;
    }

    String field(int index) {
        return new String(buffer, from + starts[index], ends[index] - starts[index]);
    }

    /** The next row of the column becomes the field. */
    void addField(int index, Words column) {
        column.add(buffer, from + starts[index], ends[index] - starts[index]);
    }

    /** The physical line it starts on, from 1. */
    long line() {
        return recordLine;
    }

    /** As it is written, delimiters and line end included. */
    int characters() {
        return at - from;
    }

    /** Why this is no record; empty where it is one. */
    String fault() {
        return fault;
    }

    /** Whether a field holds a NUL. */
    boolean hasNul() {
        return nul;
    }

    /** The first byte that is not in the encoding, and where; found only by looking at every character. */
    Optional<Damage> damage() {
        for (int field = 0; field < count; field++) {
            for (int i = from + starts[field]; i < from + ends[field]; i++) {
                if (buffer[i] == 0) {
                    return Optional.of(new Damage(field, 0, true));
                }
                if (TextReader.standsForByte(buffer, i, from + starts[field])) {
                    return Optional.of(new Damage(field, buffer[i] - 0xDC00, false));
                }
            }
        }
        return Optional.empty();
    }

    /** A NUL, or a byte that is not in the encoding, in a field. */
    record Damage(int field, int value, boolean nul) {}

    private void fields() {
        boolean behindDelimiter = true;
        while (behindDelimiter) {
            if (quoting && (at < limit || more()) && buffer[at] == quote) {
                if (!quoted()) {
                    return;
                }
            } else {
                plain(at - from);
            }
            behindDelimiter = at < limit && buffer[at] == delimiter;
            if (behindDelimiter) {
                at++;
            }
        }
        if (at < limit) {
            passLineEnd();
        }
    }

    /** Up to a delimiter, a line end or the end of the text. */
    private void plain(int start) {
        do {
            char[] chars = buffer;
            int end = limit;
            int i = at;
            while (i < end) {
                char c = chars[i];
                if (c == delimiter || (c <= '\r' && endsPlain(c))) {
                    break;
                }
                i++;
            }
            at = i;
        } while (at == limit && more());
        add(start, at - from);
    }

    private boolean endsPlain(char c) {
        nul |= c == 0;
        return c == '\n' || c == '\r';
    }

    /** False where the record ends here, with a fault, because its quote was never rightly closed. */
    private boolean quoted() {
        at++;
        int start = at - from;
        quoteLine = line;
        int behindLine = -1;
        boolean twice = false;
        while (true) {
            if (at == limit && !more()) {
                throw unclosed("the quote that opens here is not closed before the end of the file");
            }
            char c = buffer[at++];
            if (c == quote) {
                if ((at < limit || more()) && buffer[at] == quote) {
                    twice = true;
                    at++;
                } else {
                    break;
                }
            } else if (c <= '\r') {
                if (c == '\r' || (c == '\n' && buffer[at - 2] != '\r')) {
                    line++;
                    behindLine = behindLine < 0 ? at - from : behindLine;
                } else if (c == '\n' && behindLine == at - 1 - from) {
                    behindLine = at - from; // CRLF
                }
                nul |= c == 0;
            }
        }
        int end = at - 1 - from;
        if (at < limit && buffer[at] != delimiter && !atLineEnd()) {
            return afterWrongQuote(start, behindLine);
        }
        if (twice) {
            if (doubledCount == doubled.length) {
                doubled = Arrays.copyOf(doubled, 2 * doubledCount);
            }
            doubled[doubledCount++] = count;
        }
        add(start, end);
        quoteLine = 0;
        return true;
    }

    private boolean afterWrongQuote(int start, int behindLine) {
        if (behindLine < 0) {
            if (fault.isEmpty()) {
                fault = "has text behind the closing quote of column %d".formatted(count + 1);
            }
            quoteLine = 0;
            plain(start);
            return true;
        }
        fault = quoteLine == recordLine
                ? "opens a quote in column %d that is not rightly closed".formatted(count + 1)
                : "opens a quote in column %d on line %d that is not rightly closed".formatted(count + 1, quoteLine);
        at = from + behindLine;
        line = quoteLine + 1;
        quoteLine = 0;
        doubledCount = 0;
        return false;
    }

    private void add(int start, int end) {
        if (count == starts.length) {
            starts = Arrays.copyOf(starts, 2 * count);
            ends = Arrays.copyOf(ends, 2 * count);
        }
        starts[count] = start;
        ends[count] = end;
        count++;
    }

    private void undouble(int field) {
        int to = from + starts[field];
        int end = from + ends[field];
        for (int i = to; i < end; i++) {
            char c = buffer[i];
            buffer[to++] = c;
            i += c == quote ? 1 : 0;
        }
        ends[field] = to - from;
    }

    private boolean atLineEnd() {
        return buffer[at] == '\n' || buffer[at] == '\r';
    }

    private boolean passLineEnd() {
        boolean returns = buffer[at++] == '\r';
        if (returns && (at < limit || more()) && buffer[at] == '\n') {
            at++;
        }
        line++;
        return true;
    }

    /** Reads on, keeping what belongs to the record; false at the end of the text. */
    private boolean more() {
        if (ended) {
            return false;
        }
        if (limit - from > LONGEST) {
            throw tooLong();
        }
        System.arraycopy(buffer, from, buffer, 0, limit - from);
        limit -= from;
        at -= from;
        from = 0;
        if (limit > buffer.length / 2) {
            buffer = Arrays.copyOf(buffer, 2 * buffer.length);
        }
        try {
            int read = text.read(buffer, limit, buffer.length - limit);
            ended = read < 0;
            limit += Math.max(0, read);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return !ended;
    }

    private SlipwayException tooLong() {
        if (quoteLine > 0) {
            return unclosed("a field of more than %,d characters: its quote is never closed".formatted(LONGEST));
        }
        return SlipwayException.refused(
                "SOURCE-TOO-LONG",
                "a record of more than %,d characters".formatted(LONGEST),
                "%s, line %d".formatted(name, recordLine),
                "check that this is delimited text with line ends");
    }

    private SlipwayException unclosed(String what) {
        return SlipwayException.refused(
                "SOURCE-QUOTE",
                what,
                "%s, line %d".formatted(name, quoteLine),
                "close the quote, or double a quote that belongs to the value (\"\"); where quotes mean nothing: --quote none");
    }
}
