package dev.slipway.cli;

import dev.slipway.problem.SlipwayException;
import dev.slipway.report.ReportFormat;
import dev.slipway.report.ReportWriter;
import dev.slipway.report.Summary;
import dev.slipway.wiring.Surroundings;
import dev.slipway.workflow.NewFile;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import picocli.CommandLine.Option;

/** How a report is written, and where to. */
final class ReportOptions {
    @Option(
            names = "--format",
            paramLabel = "FORMAT",
            description = "text, json, ndjson (a finding a line), junit, github or html (default: text).")
    private Optional<ReportFormat> format = Optional.empty();

    @Option(names = "--all", description = "Show every row, not the first of each kind (text).")
    private boolean all;

    @Option(names = "--json", description = "The same as --format json.")
    private boolean json;

    @Option(names = "--out", paramLabel = "FILE", description = "Write the report here, in the place of what is there.")
    private Optional<Path> out = Optional.empty();

    /** Refuses what cannot be meant, before anything is read. */
    void check(Surroundings world, List<Path> inputs) {
        if (json && format.filter(other -> other != ReportFormat.JSON).isPresent()) {
            throw SlipwayException.usage(
                    "USAGE-FORMAT",
                    "--json and --format %s contradict each other".formatted(chosen().label()),
                    "the command line",
                    "leave one of them out");
        }
        if (all && chosen() != ReportFormat.TEXT && !chosen().complete()) {
            throw SlipwayException.usage(
                    "USAGE-FORMAT",
                    "the format %s never shows every row".formatted(chosen().label()),
                    "--all",
                    "use --format text, json or ndjson, or leave --all out");
        }
        out.map(file -> world.folder().resolve(file)).ifPresent(file -> {
            new NewFile(file).refuseExisting(true);
            if (inputs.stream().anyMatch(input -> same(input, file))) {
                throw SlipwayException.usage(
                        "FILE-OVER-INPUT",
                        "the report would overwrite a file that it is about",
                        file.toString(),
                        "name another file with --out");
            }
        });
    }

    private static boolean same(Path left, Path right) {
        return left.toAbsolutePath().normalize().equals(right.toAbsolutePath().normalize());
    }

    /** Writes the report to the screen or its file, and answers whether the data passed. */
    boolean write(Surroundings world, PrintWriter screen, Function<ReportWriter, Summary> report) {
        if (out.isEmpty()) {
            boolean passed = report.apply(writer(screen)).passed();
            screen.flush();
            return passed;
        }
        var summary = new ArrayList<Summary>();
        new NewFile(world.folder().resolve(out.get())).write(file -> summary.add(report.apply(writer(file))));
        var figures = summary.get(0);
        screen.println("wrote %s: %s".formatted(out.get(), figures.line()));
        screen.flush();
        return figures.passed();
    }

    private ReportFormat chosen() {
        return format.orElse(json ? ReportFormat.JSON : ReportFormat.TEXT);
    }

    private ReportWriter writer(Appendable to) {
        return all && chosen() == ReportFormat.TEXT ? ReportFormat.everyRow(to) : chosen().on(to);
    }
}
