package dev.slipway.parser;

import java.io.Serializable;
import java.util.Collections;
import java.util.Set;
import java.util.TreeSet;

/**
 * How one column is read.
 *
 * @param missing cells that are written so hold no value
 */
public record ColumnReading(Set<String> missing, Reading reading) implements Serializable {
    public ColumnReading {
        missing = Collections.unmodifiableSortedSet(new TreeSet<>(missing));
    }

    /** Blanks around a cell say nothing; a cell of nothing else holds no value. */
    CellReader reader() {
        var reader = reading.reader();
        return text -> {
            var bare = text.strip();
            if (bare.isEmpty() || missing.contains(bare)) {
                return Read.as("");
            }
            var read = reader.read(bare);
            return read.failed() ? new Read(text, read.reason()) : read;
        };
    }
}
