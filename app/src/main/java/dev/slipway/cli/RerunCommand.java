package dev.slipway.cli;

import dev.slipway.local.LocalEngine;
import dev.slipway.wiring.Surroundings;
import dev.slipway.workflow.Rerun;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code slipway rerun}. */
@Command(
        name = "rerun",
        description = "Does a training again by its plan, not by the clock, and says whether the same came out.",
        footer = {"", "Example:", "  slipway rerun 4f1c"})
final class RerunCommand extends ProjectCommand {
    @Parameters(paramLabel = "RUN", description = "The training, or a run of one of its candidates.")
    private String run;

    @Mixin
    private ThreadsOption threads = new ThreadsOption();

    @Option(names = "--json", description = "The report as JSON.")
    private boolean json;

    RerunCommand(Surroundings world) {
        super(world);
    }

    @Override
    public Integer call() {
        var project = project();
        try (var place = place();
                var engine = new LocalEngine()) {
            var report = new Rerun(place, engine, world().clock(), this::say)
                    .run(new Rerun.Request(project, run, who(), threads.count()));
            if (json) {
                json(report);
            } else {
                print(report);
            }
            return report.same() ? YES : NO;
        }
    }

    private void say(String line) {
        err().println("  " + line);
        err().flush();
    }

    private void print(Rerun.Report report) {
        report.circumstances().forEach(line -> out().println("otherwise than then: " + line));
        report.differences().forEach(line -> out().println("different: " + line));
        out().println("%s: %d trials and %d models of run %s were done again"
                .formatted(
                        report.same() ? "equal to the bit" : "different",
                        report.trials(),
                        report.models(),
                        Shown.id(report.training())));
    }
}
