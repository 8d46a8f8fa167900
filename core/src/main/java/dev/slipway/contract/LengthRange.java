package dev.slipway.contract;

import java.io.Serializable;

/** How many characters (Unicode code points) a text may have, both ends included. */
public record LengthRange(int min, int max) implements Serializable {
    public static final LengthRange OPEN = new LengthRange(0, Integer.MAX_VALUE);

    public LengthRange {
        if (min < 0 || min > max) {
            throw new IllegalArgumentException("lengths from %d to %d".formatted(min, max));
        }
    }

    public boolean contains(String text) {
        // A character is one unit or two, so most texts need no counting.
        int units = text.length();
        boolean surely = units <= max && units / 2 >= min;
        return surely || containsCount(text.codePointCount(0, units));
    }

    private boolean containsCount(int characters) {
        return characters >= min && characters <= max;
    }

    public boolean isOpen() {
        return equals(OPEN);
    }
}
