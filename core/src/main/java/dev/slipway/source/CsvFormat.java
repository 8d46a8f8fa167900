package dev.slipway.source;

import java.io.Serializable;

/**
 * How the records of a delimited text file are told apart. The text is UTF-8; a byte order mark is skipped.
 *
 * @param delimiter between two fields
 * @param quote around a field that holds delimiters, quotes (doubled) or line ends
 */
public record CsvFormat(char delimiter, char quote) implements Serializable {
    public static final CsvFormat COMMA = new CsvFormat(',', '"');
}
