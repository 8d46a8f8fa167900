package dev.slipway.contract;

import java.util.Locale;

/** What a column is for. */
public enum Role {
    FEATURE,
    TARGET,
    REWARD,
    KEY,
    /** May hold anything: no rule is asked of it, and typed tables leave it out. */
    IGNORE,
    SUBJECT,
    SENSITIVE;

    /** The word people write: lower case. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}
