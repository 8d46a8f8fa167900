package dev.slipway.source;

import java.nio.file.Path;

/** A Parquet file; its columns come typed, its rows have records but no lines. */
public record ParquetSource(Path file) implements Source {
    @Override
    public String name() {
        return file.toString();
    }
}
