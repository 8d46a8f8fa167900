package dev.slipway.contract;

import java.util.Locale;

/** What follows from a broken rule. */
public enum Severity {
    /** The row is bad, and the check fails. */
    FAIL,
    /** It is named, and nothing else. */
    WARN;

    /** The word people write: lower case. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}
