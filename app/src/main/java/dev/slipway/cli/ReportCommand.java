package dev.slipway.cli;

import dev.slipway.wiring.Surroundings;
import dev.slipway.workflow.KeptReport;
import dev.slipway.workflow.NewFile;
import java.nio.file.Path;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code slipway report}. */
@Command(
        name = "report",
        description = "Writes the page of a training: candidates, quality, slices, fairness, reasons, errors, costs.",
        footer = {"", "Example:", "  slipway report --out report.html"})
final class ReportCommand extends ProjectCommand {
    @Parameters(
            paramLabel = "RUN",
            arity = "0..1",
            description =
                    "A training or one of its candidates, by the beginning of its id (default: the latest training).")
    private Optional<String> run;

    @Option(
            names = "--out",
            paramLabel = "FILE",
            defaultValue = "report.html",
            description = "Write the page here: one file, no network (default: ${DEFAULT-VALUE}).")
    private Path out;

    @Option(names = "--json", description = "Print the report as JSON instead (card.json).")
    private boolean json;

    @Option(names = "--force", description = "Overwrite the file that is there.")
    private boolean force;

    ReportCommand(Surroundings world) {
        super(world);
    }

    @Override
    public Integer call() {
        var file = new NewFile(world().folder().resolve(out));
        if (!json) {
            file.refuseExisting(force);
        }
        try (var place = place()) {
            var wanted = run.orElseGet(
                    () -> CompareCommand.latest(place, project().name()).id());
            var report = new KeptReport(place);
            if (json) {
                out().print(report.read(wanted, KeptReport.CARD));
                out().flush();
                return YES;
            }
            file.write(report.read(wanted, KeptReport.PAGE), force);
            out().println("wrote " + out);
            return YES;
        }
    }
}
