package dev.slipway.cli;

import dev.slipway.source.Dialect;
import dev.slipway.source.Source;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Option;

/** How the data is to be read, for every command that reads data: what is not said is told from the data. */
final class SourceOptions {
    @Option(
            names = "--delimiter",
            paramLabel = "CHAR",
            description = "Between two fields of a text file: one character, or tab.")
    private Optional<String> delimiter;

    @Option(
            names = "--quote",
            paramLabel = "CHAR",
            description = "Around a field of a text file: one character, or none where quotes mean nothing.")
    private Optional<String> quote;

    @Option(
            names = "--encoding",
            paramLabel = "NAME",
            description = "Of a text file, such as windows-1252 (default: its byte order mark, or UTF-8).")
    private Optional<String> encoding;

    @Option(
            names = "--header",
            negatable = true,
            fallbackValue = "true",
            description = "Whether the first line of a text file names the columns (default: it does).")
    private Optional<Boolean> header;

    @Option(
            names = "--columns",
            paramLabel = "NAME",
            split = ",",
            description = "The names of the columns of a text file; it then has no header, unless --header is said.")
    private List<String> columns = List.of();

    /** What was said about text files. */
    Dialect dialect() {
        return Dialect.of(
                new Dialect.Said(
                        delimiter.map(SourceOptions::unescaped),
                        quote,
                        encoding,
                        header,
                        columns == null ? List.of() : columns),
                "--delimiter, --quote, --encoding, --columns");
    }

    private static String unescaped(String word) {
        return word.equals("\\t") ? "tab" : word;
    }

    /** The data that was named, to be read as was said. */
    Source source(Path data) {
        return Source.of(data, dialect());
    }
}
