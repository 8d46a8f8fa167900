package dev.slipway.contract;

import java.util.Locale;

/** What becomes of columns that a contract does not name. */
public enum Extra {
    REFUSE,
    IGNORE;

    /** The word people write: lower case. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}
