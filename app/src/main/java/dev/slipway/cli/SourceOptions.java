package dev.slipway.cli;

import dev.slipway.problem.SlipwayException;
import dev.slipway.source.Dialect;
import dev.slipway.source.QuerySource;
import dev.slipway.source.Source;
import dev.slipway.wiring.Surroundings;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import picocli.CommandLine.Option;

/** How the data is to be read, for every command that reads data: what is not said is told from the data. */
final class SourceOptions {
    private static final Pattern ADDRESS = Pattern.compile("(?:^|/)(jdbc:.*)", Pattern.DOTALL);

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

    @Option(
            names = "--query",
            paramLabel = "SQL",
            description = "The rows to read from a database: FILE is then jdbc:sqlite:… or jdbc:postgresql:…")
    private Optional<String> query;

    @Option(
            names = "--password-env",
            paramLabel = "NAME",
            description = "The variable that holds the database's password (default: PGPASSWORD, or ~/.pgpass).")
    private Optional<String> passwordVariable;

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
    Source source(Surroundings world, Path data) {
        var address = address(data);
        if (address.isEmpty()) {
            if (query.isPresent()) {
                throw SlipwayException.usage(
                        "SOURCE-QUERY",
                        "this is a file, and no database that could be asked",
                        data.toString(),
                        "leave --query away, or name a database: jdbc:sqlite:FILE, jdbc:postgresql://HOST/DATABASE");
            }
            return Source.of(data, dialect());
        }
        return new QuerySource(address.get(), query.orElse(""), password(world));
    }

    /** The address of a database, which came as a path: paths join two slashes into one. */
    private static Optional<String> address(Path data) {
        var matcher = ADDRESS.matcher(data.toString());
        return matcher.find()
                ? Optional.of(matcher.group(1).replaceFirst("^jdbc:postgresql:/(?!/)", "jdbc:postgresql://"))
                : Optional.empty();
    }

    private QuerySource.Password password(Surroundings world) {
        if (passwordVariable.isEmpty()) {
            return () -> world.variable("PGPASSWORD").orElse("");
        }
        var name = passwordVariable.get();
        if (world.variable(name).isEmpty()) {
            throw SlipwayException.usage(
                    "SOURCE-PASSWORD",
                    "there is no variable '%s' in the environment".formatted(name),
                    "--password-env",
                    "set it to the password, and name the variable, not the password");
        }
        return () -> world.variable(name).orElse("");
    }
}
