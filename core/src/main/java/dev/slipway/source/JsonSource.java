package dev.slipway.source;

import java.nio.file.Path;

/**
 * A file of JSON records, one object a line or an array of objects, plain, gzip or Zstandard. Its columns come as text, every
 * number in the digits it was written with, and a contract gives them their types.
 *
 * @param dialect of which the encoding and the names of the columns count
 */
public record JsonSource(Path file, Dialect dialect) implements Source {
    public JsonSource(Path file) {
        this(file, Dialect.DETECTED);
    }

    @Override
    public String name() {
        return file.toString();
    }
}
