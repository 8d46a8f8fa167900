package dev.slipway.source;

import java.nio.file.Path;
import java.util.Optional;

/**
 * A file of delimited text with a header, plain or gzip; its columns come as text, and a contract gives them their types.
 *
 * @param format absent where it is to be told from the first lines
 */
public record CsvSource(Path file, Optional<CsvFormat> format) implements Source {
    public CsvSource(Path file) {
        this(file, Optional.empty());
    }

    public CsvSource(Path file, CsvFormat format) {
        this(file, Optional.of(format));
    }

    @Override
    public String name() {
        return file.toString();
    }
}
