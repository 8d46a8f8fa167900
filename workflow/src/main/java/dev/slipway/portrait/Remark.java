package dev.slipway.portrait;

import java.util.Locale;

/**
 * Something about a column or about all data that a person would want to know.
 *
 * @param column empty where it is about the whole
 * @param brief two or three words, for a table
 * @param text a sentence, for whoever wants to know why
 */
public record Remark(Weight weight, String column, String brief, String text) {
    /** How much a remark matters; the heaviest first. */
    public enum Weight {
        /** A model trained on this would mislead. */
        DANGER,
        /** A person has to decide. */
        DECIDE,
        /** Good to know. */
        NOTE;

        /** The word people write: lower case. */
        public String label() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
