package dev.slipway.portrait;

import java.util.List;
import java.util.Optional;

/**
 * What a person is shown of a data set.
 *
 * @param source as people call it
 * @param rows that could be read
 * @param unreadable records that could not
 * @param remarks about the data and its columns, the heaviest first
 * @param next the command that goes on from here
 */
public record Portrait(
        String source,
        long rows,
        long unreadable,
        Optional<String> target,
        List<ColumnPortrait> columns,
        MissingPattern missing,
        Together together,
        Optional<Samples> samples,
        List<Remark> remarks,
        String next) {
    public Portrait {
        columns = List.copyOf(columns);
        remarks = List.copyOf(remarks);
    }

    /** How many values there could be, and how many are not there. */
    public long missingCells() {
        return columns.stream().mapToLong(ColumnPortrait::missing).sum();
    }

    public Optional<ColumnPortrait> find(String name) {
        return columns.stream().filter(column -> column.name().equals(name)).findFirst();
    }
}
