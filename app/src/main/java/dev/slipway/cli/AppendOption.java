package dev.slipway.cli;

import dev.slipway.contract.Contract;
import dev.slipway.engine.Engine;
import dev.slipway.source.Source;
import dev.slipway.wiring.Surroundings;
import dev.slipway.workflow.AppendRows;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Optional;
import picocli.CommandLine.Option;

/** The profile that good rows are added to. */
final class AppendOption {
    @Option(
            names = "--append",
            paramLabel = "PROFILE",
            description =
                    "If all rows are good, add their profile to the one in this file, which need not be there yet.")
    private Optional<Path> stored = Optional.empty();

    /** Looks at the profile before the data are checked. */
    Optional<AppendRows> open(Surroundings world, Path data) {
        return stored.map(file -> AppendRows.to(world.folder().resolve(file), data));
    }

    /** Says on the error screen what became of the profile, so that a report on the other stays a report. */
    void close(
            Optional<AppendRows> append,
            boolean passed,
            Engine engine,
            Source source,
            Contract contract,
            PrintWriter err) {
        if (append.isPresent() && !passed) {
            err.println("nothing was appended to %s: the rows break the contract".formatted(stored.orElseThrow()));
        } else if (append.isPresent()) {
            var appended = append.get().run(engine, source, contract);
            err.println("appended %d rows to %s: %d rows of %d files"
                    .formatted(appended.rows(), stored.orElseThrow(), appended.all(), appended.increments()));
            appended.unknown()
                    .forEach(column -> err.println(
                            "  '%s' is unique within the file; whether a value came in an earlier file is not known"
                                    .formatted(column)));
        }
        err.flush();
    }
}
