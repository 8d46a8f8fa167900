package dev.slipway.source;

import java.io.Serializable;

/**
 * How the records of a delimited text file are told apart.
 *
 * @param delimiter between two fields
 * @param quote around a field that holds delimiters, quotes (doubled) or line ends; {@link #NO_QUOTE} where quotes mean nothing
 */
public record CsvFormat(char delimiter, char quote) implements Serializable {
    /** No character of a text file. */
    public static final char NO_QUOTE = '\0';

    public static final CsvFormat COMMA = new CsvFormat(',', '"');

    /** Whether a field can be quoted. */
    public boolean quoting() {
        return quote != NO_QUOTE;
    }
}
