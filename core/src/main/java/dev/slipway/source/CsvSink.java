package dev.slipway.source;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import de.siegmar.fastcsv.writer.QuoteStrategy;
import dev.slipway.problem.SlipwayException;
import dev.slipway.table.Table;
import java.io.File;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystemLoopException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.List;

/**
 * A file of delimited text with a header, UTF-8, lines ended by LF, quotes only where they are needed; a missing cell is
 * an empty field. The rows go to a hidden file beside it, which takes its name when it is finished. A symbolic link stays
 * one: what is written is the file it points to.
 */
public final class CsvSink implements Sink {
    private static final int NAMES_TRIED = 1_000;
    private static final int LINKS_FOLLOWED = 40;

    private final Path file;
    private final Path target;
    private final Path part;
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
        this.file = file;
        refuseUnlessFile(file);
        try {
            target = pointedTo(file);
            part = freeSibling(target);
            channel = FileChannel.open(part, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
        } catch (IOException e) {
            throw unwritable(e);
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

    private static void refuseUnlessFile(Path file) {
        if (Files.isDirectory(file)) {
            throw SlipwayException.usage(
                    "SINK-FOLDER", "this is a folder, not a file", file.toString(), "name a file to write to");
        }
        // A finished file takes the place of what is there: a pipe or a device would be gone.
        if (Files.exists(file) && !Files.isRegularFile(file)) {
            throw SlipwayException.usage(
                    "SINK-NOT-A-FILE",
                    "this is a pipe or a device, not a file",
                    file.toString(),
                    "name a file to write to, and copy it from there");
        }
    }

    private static Path pointedTo(Path file) throws IOException {
        var target = file;
        for (int links = 0; Files.isSymbolicLink(target); links++) {
            if (links == LINKS_FOLLOWED) {
                throw new FileSystemLoopException(file.toString());
            }
            target = target.resolveSibling(Files.readSymbolicLink(target));
        }
        return target;
    }

    private static Path freeSibling(Path file) {
        int number = 0;
        while (number < NAMES_TRIED && Files.exists(sibling(file, number), LinkOption.NOFOLLOW_LINKS)) {
            number++;
        }
        return sibling(file, number);
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
            throw unwritable(cause == null ? new IOException(e) : cause);
        }
    }

    @Override
    public void finish() {
        if (names.isEmpty()) {
            throw new IllegalStateException("no table and no header was written to " + file);
        }
        try {
            lines.flush();
            channel.force(true);
            lines.close();
            Files.move(part, target, StandardCopyOption.ATOMIC_MOVE);
            syncFolder();
        } catch (IOException e) {
            throw unwritable(e);
        }
        finished = true;
    }

    /** Makes the new name survive a power cut, where folders can be opened. */
    private void syncFolder() throws IOException {
        Path folder = target.toAbsolutePath().getParent();
        if (folder != null && File.separatorChar == '/') {
            try (var opened = FileChannel.open(folder, StandardOpenOption.READ)) {
                opened.force(true);
            }
        }
    }

    @Override
    public void close() {
        if (finished) {
            return;
        }
        try {
            channel.close();
            Files.deleteIfExists(part);
        } catch (IOException e) {
            throw unwritable(e);
        }
    }

    private static Path sibling(Path file, int number) {
        return file.resolveSibling(".%s.%d.part".formatted(file.getFileName(), number));
    }

    private SlipwayException unwritable(IOException cause) {
        if (cause instanceof CharacterCodingException) {
            return SlipwayException.refused(
                    "SINK-TEXT",
                    "a value holds half a character and cannot be written as UTF-8",
                    file.toString(),
                    "correct the value in the source");
        }
        var problem = SlipwayException.failed(
                "SINK-WRITE",
                "the file cannot be written: " + cause,
                file.toAbsolutePath().toString(),
                "check that its folder exists, may be written to, and has space left");
        problem.initCause(cause);
        return problem;
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
