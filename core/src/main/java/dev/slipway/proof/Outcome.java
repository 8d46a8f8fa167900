package dev.slipway.proof;

import java.util.Locale;

/** How the proof of one rule ended. */
public enum Outcome {
    /** A violation was planted, and this rule named it, in its row, and no other rule named anything. */
    PROVEN,
    /** What breaks this rule is always named by another: it could go. */
    HIDDEN,
    /** No value can break it. */
    DEAD,
    /** No violation was found that breaks this rule alone. */
    UNPROVEN;

    /** The word people read: lower case. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}
