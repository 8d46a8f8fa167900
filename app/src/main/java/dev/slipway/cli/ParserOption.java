package dev.slipway.cli;

import dev.slipway.project.Plugins;
import dev.slipway.project.Project;
import dev.slipway.source.Source;
import dev.slipway.wiring.Surroundings;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Supplier;
import picocli.CommandLine.Option;

/** Through which of the project's parsers a file is read. */
final class ParserOption {
    @Option(
            names = "--parser",
            paramLabel = "NAME",
            description = "Read the file through this parser of slipway.yaml or SLIPWAY_PLUGINS.")
    private Optional<String> parser;

    /** The project is only looked at where a parser is named. */
    Source read(Source raw, Supplier<Project> project) {
        return parser.isEmpty() ? raw : project.get().parsers().read(raw, parser, "--parser");
    }

    /** The parsers and steps in Java that somebody named the folder of. */
    static Plugins plugins(Surroundings world) {
        return world.variable(Surroundings.PLUGINS)
                .map(folder -> Plugins.in(world.folder().resolve(Path.of(folder))))
                .orElse(Plugins.NONE);
    }
}
