package dev.slipway.change;

import java.util.Locale;

/** What a change does to somebody. Later is worse. */
public enum Impact {
    /** Nothing. */
    NONE,
    /** Nobody can tell from the contracts alone: patterns, expressions, meanings. */
    MAY,
    /** There are data by which somebody notices. */
    BREAKS;

    /** The word people read: lower case. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Impact of(boolean breaks) {
        return breaks ? BREAKS : NONE;
    }

    /** The worse of the two. */
    public Impact or(Impact other) {
        return compareTo(other) >= 0 ? this : other;
    }
}
