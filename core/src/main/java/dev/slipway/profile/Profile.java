package dev.slipway.profile;

import dev.slipway.document.Document;
import dev.slipway.engine.Mergeable;
import dev.slipway.source.Batch;
import dev.slipway.table.Table;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * What is in a data set, column by column. Profiles of parts merge into the profile of the whole, in any order.
 *
 * @param rows that could be read
 * @param unreadable records that could not
 */
public record Profile(long rows, long unreadable, List<ColumnProfile> columns) implements Mergeable<Profile> {
    public static final Profile EMPTY = new Profile(0, 0, List.of());

    public Profile {
        columns = List.copyOf(columns);
    }

    public static Profile of(Table table) {
        return of(Batch.of(table));
    }

    static Profile of(Batch batch) {
        var table = batch.table();
        var capacity = Capacity.of(table.columns().size());
        return new Profile(
                table.rows(),
                batch.unreadable().size(),
                table.columns().stream()
                        .map(column -> ColumnScan.of(column, table.origins(), capacity))
                        .toList());
    }

    /** As JSON that can be read back and merged with the profile of later rows. It holds values of single rows. */
    public String json() {
        return ProfileText.write(this);
    }

    /** Reads what {@link #json()} wrote. */
    public static Profile read(Document json) {
        return ProfileText.read(json);
    }

    public Optional<ColumnProfile> find(String name) {
        return columns.stream().filter(column -> column.name().equals(name)).findFirst();
    }

    @Override
    public Profile merge(Profile other) {
        return new Profile(rows + other.rows, unreadable + other.unreadable, columns(other));
    }

    private List<ColumnProfile> columns(Profile other) {
        if (columns.isEmpty() || other.columns.isEmpty()) {
            return columns.isEmpty() ? other.columns : columns;
        }
        if (columns.size() != other.columns.size()) {
            throw new IllegalArgumentException(
                    "the parts have %d and %d columns".formatted(columns.size(), other.columns.size()));
        }
        return IntStream.range(0, columns.size())
                .mapToObj(i -> columns.get(i).merge(other.columns.get(i)))
                .toList();
    }
}
