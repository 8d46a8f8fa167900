package dev.slipway.workflow;

import dev.slipway.local.Readers;
import dev.slipway.parser.Parser;
import dev.slipway.source.Batch;
import dev.slipway.source.ParsedSource;
import dev.slipway.source.Sink;
import dev.slipway.source.Unreadable;
import dev.slipway.table.Column;
import dev.slipway.table.Misread;
import dev.slipway.table.Table;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;

/** What a parser makes of a file, for whoever develops it. */
public final class ParseFile {
    /** Told in source order of what is there to see. */
    public interface Watcher {
        /** A cell that the parser could not read. */
        void misread(String where, Misread cell);

        /** A record that is no row. */
        void unreadable(Unreadable record);
    }

    /**
     * @param cells how many of them could not be read
     * @param rows of them all
     * @param unreadable records that are no rows
     * @param first the first rows, cell by cell
     */
    public record Answer(long rows, long cells, long unreadable, List<Row> first) {
        public boolean complete() {
            return cells == 0 && unreadable == 0;
        }
    }

    /** A row by its name, before and after. */
    public record Row(String where, List<Cell> cells) {}

    /** One cell before and after; a name is empty where there is no such column. */
    public record Cell(String rawColumn, String raw, String column, String parsed) {}

    private ParseFile() {}

    /**
     * @param sink where the parsed rows go; it is finished, not closed
     * @param show how many of the first rows are wanted
     */
    public static Answer run(ParsedSource source, Optional<Sink> sink, int show, Watcher watcher) {
        long rows = 0;
        long cells = 0;
        long unreadable = 0;
        var first = new ArrayList<Row>();
        try (var reader = Readers.open(source.raw())) {
            for (var raw = reader.next(); raw.isPresent(); raw = reader.next()) {
                var batch = source.parse(raw.get());
                sink.ifPresent(out -> out.write(batch.table()));
                rows += batch.table().rows();
                unreadable += batch.unreadable().size();
                cells += watch(batch, watcher);
                for (int row = 0; first.size() < show && row < batch.table().rows(); row++) {
                    first.add(row(source, raw.get().table(), batch.table(), row));
                }
            }
            sink.ifPresent(Sink::finish);
        }
        return new Answer(rows, cells, unreadable, first);
    }

    private static long watch(Batch batch, Watcher watcher) {
        batch.unreadable().forEach(watcher::unreadable);
        var origins = batch.table().origins();
        long cells = 0;
        for (int row = 0; origins.anyMisread() && row < origins.size(); row++) {
            for (var cell : origins.misread(row)) {
                watcher.misread(origins.where(row), cell);
                cells++;
            }
        }
        return cells;
    }

    private static Row row(ParsedSource source, Table raw, Table parsed, int row) {
        var cells = new ArrayList<Cell>();
        var shown = new HashSet<String>();
        for (var column : parsed.columns()) {
            var name = source.parser() instanceof Parser parser ? parser.rawName(column.name()) : column.name();
            var before = raw.find(name);
            before.map(Column::name).ifPresent(shown::add);
            cells.add(new Cell(
                    before.map(Column::name).orElse(""),
                    before.map(it -> it.text(row)).orElse(""),
                    column.name(),
                    column.text(row)));
        }
        raw.columns().stream()
                .filter(column -> !shown.contains(column.name()))
                .forEach(column -> cells.add(new Cell(column.name(), column.text(row), "", "")));
        return new Row(parsed.origins().where(row), cells);
    }
}
