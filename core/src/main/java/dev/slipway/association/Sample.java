package dev.slipway.association;

import dev.slipway.problem.Nearest;
import dev.slipway.problem.SlipwayException;
import dev.slipway.table.ColumnType;
import java.io.Serializable;
import java.util.List;

/**
 * Rows of a source in the order of (source, record): all of them, or as many as were wanted, each as likely as any other.
 * Immutable and safe to share between threads.
 */
public final class Sample implements Serializable {
    private final long rows;
    private final List<String> names;
    private final RowPart kept;

    Sample(long rows, List<String> names, RowPart kept) {
        this.rows = rows;
        this.names = names;
        this.kept = kept;
    }

    /** Of the whole source. */
    public long rows() {
        return rows;
    }

    /** Of the sample; its rows count from 0 here. */
    public int size() {
        return kept.size();
    }

    /** Whether no row of the source was left out. */
    public boolean everything() {
        return size() == rows;
    }

    public List<String> names() {
        return names;
    }

    /**
     * The place of the column of this name, from 0.
     *
     * @throws SlipwayException naming the nearest column where there is none
     */
    public int column(String name) {
        int at = names.indexOf(name);
        if (at < 0) {
            throw SlipwayException.usage(
                    "TABLE-NO-COLUMN",
                    "there is no column '%s'%s".formatted(name, Nearest.hint(name, names)),
                    size() == 0 ? "the data" : kept.origin(0).source(),
                    "use one of: " + String.join(", ", names));
        }
        return at;
    }

    /** Where the row came from. */
    public SampledRow origin(int row) {
        return kept.origin(row);
    }

    /** What the source says the column is: text for a CSV file. A column of no rows is text. */
    public ColumnType type(int column) {
        return size() == 0 ? ColumnType.TEXT : kept.columns().get(column).type();
    }

    /** The value in its canonical text; empty where missing. */
    public String text(int row, int column) {
        return kept.columns().get(column).text(row);
    }

    /** Whether there is no value, or an empty text. */
    public boolean isMissing(int row, int column) {
        return kept.columns().get(column).isMissing(row);
    }

    SampledColumn values(int column) {
        return kept.columns().get(column);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Sample that && rows == that.rows && names.equals(that.names) && kept.same(that.kept);
    }

    @Override
    public int hashCode() {
        return 31 * Long.hashCode(rows) + size();
    }

    @Override
    public String toString() {
        return "%d of %d rows of %s".formatted(size(), rows, names);
    }
}
