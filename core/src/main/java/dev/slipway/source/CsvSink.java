package dev.slipway.source;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import de.siegmar.fastcsv.writer.QuoteStrategy;
import dev.slipway.table.Table;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;

/**
 * A file of delimited text with a header, UTF-8, lines ended by LF, quotes only where they are needed; a missing cell is
 * an empty field. Written as a {@link PendingFile}.
 */
public final class CsvSink implements Sink {
    private final PendingFile file;
    private final FileChannel channel;
    private final CsvWriter lines;
    private List<String> names = List.of();
    private boolean finished;

    /** The columns are those of the first table that is written. */
    public CsvSink(Path file, CsvFormat format) {
        this(file, format, List.of());
    }

    /** The header stands there even if no table is ever written. */
    public CsvSink(Path file, CsvFormat format, List<String> header) {
        this.file = PendingFile.of(file);
        try {
            channel = FileChannel.open(this.file.part(), StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
        } catch (IOException e) {
            throw this.file.unwritable(e);
        }
        // The encoder that a charset gives a writer replaces what it cannot encode; one of its own says so.
        lines = CsvWriter.builder()
                .fieldSeparator(format.delimiter())
                .quoteCharacter(format.quote())
                .lineDelimiter(LineDelimiter.LF)
                .quoteStrategy(new OnlyWhereNeeded())
                .build(new OutputStreamWriter(Channels.newOutputStream(channel), StandardCharsets.UTF_8.newEncoder()));
        if (!header.isEmpty()) {
            begin(header);
        }
    }

    @Override
    public void write(Table rows) {
        if (names.isEmpty()) {
            begin(rows.names());
        }
        if (!names.equals(rows.names())) {
            throw new IllegalArgumentException("columns %s after %s".formatted(rows.names(), names));
        }
        var columns = rows.columns();
        var record = new String[columns.size()];
        for (int row = 0; row < rows.rows(); row++) {
            for (int column = 0; column < record.length; column++) {
                record[column] = columns.get(column).text(row);
            }
            record(record);
        }
    }

    private void begin(List<String> header) {
        names = List.copyOf(header);
        record(header.toArray(String[]::new));
    }

    private void record(String... fields) {
        try {
            lines.writeRecord(fields);
        } catch (UncheckedIOException e) {
            var cause = e.getCause();
            throw file.unwritable(cause == null ? new IOException(e) : cause);
        }
    }

    @Override
    public void finish() {
        if (names.isEmpty()) {
            throw new IllegalStateException("no table and no header was written to " + file.part());
        }
        try {
            lines.flush();
            channel.force(true);
            lines.close();
        } catch (IOException e) {
            throw file.unwritable(e);
        }
        file.publish();
        finished = true;
    }

    @Override
    public void close() {
        if (finished) {
            return;
        }
        try {
            channel.close();
        } catch (IOException e) {
            throw file.unwritable(e);
        }
        file.discard();
    }

    /**
     * A lone empty field is quoted, since a blank line is no record; and so is a byte order mark that begins a record, or
     * it would be taken for the mark of the file.
     */
    private final class OnlyWhereNeeded implements QuoteStrategy {
        @Override
        public boolean quoteValue(int line, int field, String value) {
            return field == 0 && value.startsWith("\uFEFF");
        }

        @Override
        public boolean quoteEmpty(int line, int field) {
            return names.size() == 1;
        }
    }
}
