package dev.slipway.source;

import dev.slipway.table.TextColumn;
import java.util.Arrays;

/**
 * One column of texts in the making. As long as few of them are distinct, each is stored once: most columns of most files
 * repeat a few words, and to recognise one is cheaper than to make it again. For one thread.
 */
final class Words {
    /* A row costs its code beside the word, so a dictionary pays where words come several times. */
    private static final int MOST_SLOTS = 1 << 12;
    private static final int MOST_CHARACTERS = 64;

    private final String name;
    private final String[] values;
    private final int[] codes;
    private final int mostDistinct;
    private short[] slots;
    private int size;
    private int distinct;
    private boolean coded = true;

    Words(String name, int rows) {
        this.name = name;
        values = new String[rows];
        codes = new int[rows];
        slots = new short[Math.min(MOST_SLOTS, Integer.highestOneBit(4 * rows))];
        mostDistinct = slots.length / 4;
    }

    void add(char[] text, int from, int length) {
        if (!coded || length > MOST_CHARACTERS) {
            plain();
            values[size++] = length == 0 ? "" : new String(text, from, length);
            return;
        }
        int hash = length;
        for (int i = from; i < from + length; i++) {
            hash = hash * 31 + text[i];
        }
        hash *= 0x9E3779B9;
        int slot = (hash ^ hash >>> 16) & (slots.length - 1);
        while (slots[slot] != 0) {
            int code = slots[slot] - 1;
            if (matches(values[code], text, from, length)) {
                codes[size++] = code;
                return;
            }
            slot = (slot + 1) & (slots.length - 1);
        }
        if (distinct == mostDistinct || 4 * distinct > size + mostDistinct) {
            plain();
            values[size++] = new String(text, from, length);
            return;
        }
        values[distinct++] = length == 0 ? "" : new String(text, from, length);
        slots[slot] = (short) distinct;
        codes[size++] = distinct - 1;
    }

    private static boolean matches(String word, char[] text, int from, int length) {
        if (word.length() != length) {
            return false;
        }
        for (int i = 0; i < length; i++) {
            if (word.charAt(i) != text[from + i]) {
                return false;
            }
        }
        return true;
    }

    /** From here on every row has its own text. */
    private void plain() {
        if (coded) {
            coded = false;
            slots = new short[0];
            String[] dictionary = Arrays.copyOf(values, distinct);
            for (int row = 0; row < size; row++) {
                values[row] = dictionary[codes[row]];
            }
        }
    }

    TextColumn column() {
        if (coded && size > 0) {
            return TextColumn.coded(name, Arrays.copyOf(values, distinct), exactly(codes));
        }
        return TextColumn.of(name, size == values.length ? values : Arrays.copyOf(values, size));
    }

    private int[] exactly(int... all) {
        return size == all.length ? all : Arrays.copyOf(all, size);
    }
}
