package dev.slipway.source;

import de.siegmar.fastcsv.reader.AbstractBaseCsvCallbackHandler;
import de.siegmar.fastcsv.reader.CsvParseException;
import java.util.Arrays;

/** The record that is being parsed; one object, filled again for each record. */
final class CsvRecord extends AbstractBaseCsvCallbackHandler<CsvRecord> {
    /** More characters than this in one record is a file gone wrong, not a record. */
    static final int LONGEST = 1 << 20;

    private char[] text = new char[1 << 10];
    private int[] ends = new int[17];
    private int count;
    private long linesBefore;
    private long line;

    /** Of the file, where only a part of it is parsed. */
    void setLinesBefore(long lines) {
        linesBefore = lines;
    }

    int count() {
        return count;
    }

    String field(int index) {
        return new String(text, ends[index], ends[index + 1] - ends[index]);
    }

    /** The next row of the column becomes the field. */
    void addField(int index, Words column) {
        column.add(text, ends[index], ends[index + 1] - ends[index]);
    }

    /** The physical line it starts on, from 1. */
    long line() {
        return line;
    }

    /** With one more for the end of each field. */
    int characters() {
        return ends[count] + count;
    }

    /** The line on which the field behind the last complete one begins. */
    long lineOfNextField() {
        long at = line;
        for (int i = 0; i < count; i++) {
            at += lineEnds(field(i));
        }
        return at;
    }

    private static int lineEnds(String field) {
        int ends = 0;
        for (int i = 0; i < field.length(); i++) {
            char c = field.charAt(i);
            boolean afterReturn = i > 0 && field.charAt(i - 1) == '\r';
            ends += c == '\r' || (c == '\n' && !afterReturn) ? 1 : 0;
        }
        return ends;
    }

    @Override
    protected void handleBegin(long startingLine) {
        line = linesBefore + startingLine;
        count = 0;
    }

    @Override
    protected void handleField(int index, char[] buffer, int offset, int length, boolean quoted) {
        int start = ends[index];
        int end = start + length;
        // The delimiter counts too, or a line of nothing but delimiters would have no end.
        if (end + index + 1 > LONGEST) {
            throw new CsvParseException("a record of more than %,d characters".formatted(LONGEST));
        }
        if (index + 1 == ends.length) {
            ends = Arrays.copyOf(ends, 2 * ends.length);
        }
        if (end > text.length) {
            text = Arrays.copyOf(text, Math.max(end, 2 * text.length));
        }
        System.arraycopy(buffer, offset, text, start, length);
        ends[index + 1] = end;
        count = index + 1;
    }

    @Override
    protected CsvRecord buildRecord() {
        return this;
    }
}
