package dev.slipway.profile;

import java.util.TreeMap;

/** Lengths and shapes of texts, in one pass over their characters. For one thread. */
final class TextScan {
    private static final int SLOTS = 4 * Integer.highestOneBit(Patterns.MOST);

    private final String[] shapes = new String[SLOTS];
    private final long[] shapeCounts = new long[SLOTS];
    private final char[] shape = new char[Patterns.LONGEST + 1];
    private int distinctShapes;
    private long count;
    private int shortest = Integer.MAX_VALUE;
    private int longest;
    private long total;
    private long edged;
    private long foreign;

    /** @return whether there is a white space in the text, which is not empty */
    boolean add(String text, long times) {
        int length = text.length();
        int end = 0;
        int characters = 0;
        boolean ascii = true;
        boolean blank = false;
        char before = 0;
        boolean run = false;
        for (int i = 0; i < length; i++) {
            char c = text.charAt(i);
            char kind = kind(c);
            ascii &= c < 128;
            blank |= c <= ' ' ? isBlank(c) : c > 127 && isBlank(c);
            characters += Character.isLowSurrogate(c) && i > 0 && Character.isHighSurrogate(text.charAt(i - 1)) ? 0 : 1;
            boolean again = kind == before && (kind == 'a' || kind == 'A');
            if (end < shape.length && !(again && run)) {
                shape[end++] = again ? '+' : kind;
            }
            run = again;
            before = kind;
        }
        if (distinctShapes <= Patterns.MOST) {
            count(end, times);
        }
        count += times;
        shortest = Math.min(shortest, characters);
        longest = Math.max(longest, characters);
        total += characters * times;
        edged += blank && (isBlank(text.charAt(0)) || isBlank(text.charAt(length - 1))) ? times : 0;
        foreign += ascii ? 0 : times;
        return blank;
    }

    private static boolean isBlank(char c) {
        return Character.isWhitespace(c);
    }

    private static char kind(char c) {
        if (c < 128) {
            return c >= 'a' && c <= 'z' ? 'a' : c >= 'A' && c <= 'Z' ? 'A' : c >= '0' && c <= '9' ? '9' : c;
        }
        return !Character.isLetter(c) ? c : Character.isUpperCase(c) ? 'A' : 'a';
    }

    private void count(int end, long times) {
        int used = end;
        if (used > Patterns.LONGEST) {
            used = Patterns.LONGEST;
            shape[used - 1] = '…';
        }
        int hash = used;
        for (int i = 0; i < used; i++) {
            hash = 31 * hash + shape[i];
        }
        int slot = (hash ^ hash >>> 15) & (SLOTS - 1);
        while (shapeCounts[slot] > 0 && !isShape(shapes[slot], used)) {
            slot = (slot + 1) & (SLOTS - 1);
        }
        if (shapeCounts[slot] == 0) {
            distinctShapes++;
            shapes[slot] = new String(shape, 0, used);
        }
        shapeCounts[slot] += times;
    }

    private boolean isShape(String known, int used) {
        if (known.length() != used) {
            return false;
        }
        for (int i = 0; i < used; i++) {
            if (known.charAt(i) != shape[i]) {
                return false;
            }
        }
        return true;
    }

    Lengths lengths() {
        return count == 0 ? Lengths.NONE : new Lengths(count, shortest, longest, total, edged, foreign);
    }

    Patterns patterns() {
        if (distinctShapes > Patterns.MOST) {
            return Patterns.MANY;
        }
        var counts = new TreeMap<String, Long>();
        for (int slot = 0; slot < SLOTS; slot++) {
            if (shapeCounts[slot] > 0) {
                counts.put(shapes[slot], shapeCounts[slot]);
            }
        }
        return new Patterns(true, counts);
    }
}
