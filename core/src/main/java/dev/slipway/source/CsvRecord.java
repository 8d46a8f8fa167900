package dev.slipway.source;

import de.siegmar.fastcsv.reader.AbstractBaseCsvCallbackHandler;
import de.siegmar.fastcsv.reader.CsvParseException;
import java.util.Arrays;

/** The record that is being parsed; one object, filled again for each record. */
final class CsvRecord extends AbstractBaseCsvCallbackHandler<CsvRecord> {
    /** More characters than this in one record is a file gone wrong, not a record. */
    static final int LONGEST = 1 << 20;

    private String[] fields = new String[16];
    private int count;
    private int characters;
    private long line;

    int count() {
        return count;
    }

    String field(int index) {
        return fields[index];
    }

    /** The physical line it starts on, from 1. */
    long line() {
        return line;
    }

    /** With one more for the end of each field. */
    int characters() {
        return characters;
    }

    /** The line on which the field behind the last complete one begins. */
    long lineOfNextField() {
        long at = line;
        for (int i = 0; i < count; i++) {
            at += lineEnds(fields[i]);
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
        line = startingLine;
        count = 0;
        characters = 0;
    }

    @Override
    protected void handleField(int index, char[] buffer, int offset, int length, boolean quoted) {
        if (index == fields.length) {
            fields = Arrays.copyOf(fields, 2 * index);
        }
        characters += length + 1; // The delimiter counts too, or a line of nothing but delimiters would have no end.
        if (characters > LONGEST) {
            throw new CsvParseException("a record of more than %,d characters".formatted(LONGEST));
        }
        fields[index] = length == 0 ? "" : new String(buffer, offset, length);
        count = index + 1;
    }

    @Override
    protected CsvRecord buildRecord() {
        return this;
    }
}
