package dev.slipway.source;

import java.nio.file.Path;

/**
 * A file of delimited text, plain, gzip or Zstandard; its columns come as text, and a contract gives them their types.
 *
 * @param dialect as far as it is said; the rest is told from the first lines
 */
public record CsvSource(Path file, Dialect dialect) implements Source {
    public CsvSource(Path file) {
        this(file, Dialect.DETECTED);
    }

    /** Delimiter and quote are said, a header names the columns. */
    public CsvSource(Path file, CsvFormat format) {
        this(file, Dialect.of(format));
    }

    @Override
    public String name() {
        return file.toString();
    }
}
