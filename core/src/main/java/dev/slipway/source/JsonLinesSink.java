package dev.slipway.source;

import dev.slipway.table.BooleanColumn;
import dev.slipway.table.Column;
import dev.slipway.table.IntegerColumn;
import dev.slipway.table.NumberColumn;
import dev.slipway.table.Table;
import java.io.IOException;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonEncoding;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

/**
 * A file of one JSON object a line, UTF-8: numbers and truth values as such, times and words as text, a missing cell as null,
 * and so is a number that JSON cannot say (NaN and the infinities). Written as a {@link PendingFile}.
 */
public final class JsonLinesSink implements Sink {
    private static final JsonFactory JSON =
            JsonFactory.builder().rootValueSeparator("\n").build();

    private final PendingFile file;
    private final FileChannel channel;
    private final JsonGenerator lines;
    private List<String> names = List.of();
    private boolean any;
    private boolean finished;

    public JsonLinesSink(Path file) {
        this.file = PendingFile.of(file);
        try {
            channel = FileChannel.open(this.file.part(), StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
        } catch (IOException e) {
            throw this.file.unwritable(e);
        }
        lines = JSON.createGenerator(ObjectWriteContext.empty(), Channels.newOutputStream(channel), JsonEncoding.UTF8);
    }

    @Override
    public void write(Table rows) {
        if (names.isEmpty()) {
            names = List.copyOf(rows.names());
        }
        if (!names.equals(rows.names())) {
            throw new IllegalArgumentException("columns %s after %s".formatted(rows.names(), names));
        }
        var columns = new ArrayList<>(rows.columns());
        try {
            for (int row = 0; row < rows.rows(); row++) {
                lines.writeStartObject();
                for (var column : columns) {
                    lines.writeName(column.name());
                    value(column, row);
                }
                lines.writeEndObject();
                any = true;
            }
        } catch (JacksonException e) {
            throw file.unwritable(e.getCause() instanceof IOException io ? io : new IOException(e));
        }
    }

    private void value(Column column, int row) {
        if (column.isMissing(row)) {
            lines.writeNull();
        } else if (column instanceof IntegerColumn whole) {
            lines.writeNumber(whole.at(row));
        } else if (column instanceof NumberColumn number && Double.isFinite(number.at(row))) {
            lines.writeNumber(number.at(row));
        } else if (column instanceof NumberColumn) {
            lines.writeNull();
        } else if (column instanceof BooleanColumn truth) {
            lines.writeBoolean(truth.at(row));
        } else {
            lines.writeString(column.text(row));
        }
    }

    @Override
    public void finish() {
        try {
            if (any) {
                lines.writeRaw('\n');
            }
            lines.flush();
            channel.force(true);
            lines.close();
        } catch (JacksonException e) {
            throw file.unwritable(new IOException(e));
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
}
