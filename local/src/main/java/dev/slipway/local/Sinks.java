package dev.slipway.local;

import dev.slipway.source.CsvFormat;
import dev.slipway.source.CsvSink;
import dev.slipway.source.JsonLinesSink;
import dev.slipway.source.Sink;
import java.nio.file.Path;
import java.util.Locale;

/** Files to write rows to, in the form that their name says. */
public final class Sinks {
    private Sinks() {}

    /** Parquet ({@code .parquet}, {@code .pq}), JSON lines ({@code .jsonl}, {@code .ndjson}, {@code .json}), or else CSV. The caller closes it. */
    public static Sink open(Path file) {
        var name = file.toString().toLowerCase(Locale.ROOT);
        if (name.endsWith(".parquet") || name.endsWith(".pq")) {
            return new ParquetSink(file);
        }
        boolean json = name.endsWith(".jsonl") || name.endsWith(".ndjson") || name.endsWith(".json");
        return json ? new JsonLinesSink(file) : new CsvSink(file, CsvFormat.COMMA);
    }
}
