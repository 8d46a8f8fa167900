package dev.slipway.search;

import java.util.Locale;

/** How much there is to a kind of model, the least first: of two that are as good as each other the simpler is wanted. */
public enum Simplicity {
    BASELINE,
    RULE,
    LINEAR,
    FOREST,
    BOOSTED;

    /** Such as {@code linear}. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Whether it is known before any data was seen, or nearly: it is always tried, and there is nothing to search. */
    boolean isGiven() {
        return this == BASELINE || this == RULE;
    }
}
