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
    SENSITIVE,
    /** Checked like any other, and never shown to a model. */
    FORBIDDEN;

    /** Whether a model may read columns of this role. */
    public boolean isForModels() {
        return this == FEATURE || this == SENSITIVE;
    }

    /** The word people write: lower case. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}
