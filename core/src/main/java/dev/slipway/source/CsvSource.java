package dev.slipway.source;

import java.nio.file.Path;

/** A file of delimited text with a header; its columns come as text, and a contract gives them their types. */
public record CsvSource(Path file, CsvFormat format) implements Source {
    @Override
    public String name() {
        return file.toString();
    }
}
