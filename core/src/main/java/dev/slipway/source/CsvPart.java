package dev.slipway.source;

import java.io.Serializable;
import java.util.List;

/**
 * Whole records of a file of delimited text, to be read apart from the others; each keeps the record number and the line it
 * has in the whole file. Made by {@link CsvCuts}.
 *
 * @param format how records are told apart
 * @param names of the columns, as the header has them
 * @param from the byte the first record starts at
 * @param to the byte behind the last record
 * @param records how many records of the file are before it, the header not counted
 * @param lines how many lines of the file are before it
 */
public record CsvPart(CsvFormat format, List<String> names, long from, long to, long records, long lines)
        implements Serializable {
    public CsvPart {
        names = List.copyOf(names);
    }
}
