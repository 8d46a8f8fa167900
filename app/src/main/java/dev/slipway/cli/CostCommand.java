package dev.slipway.cli;

import dev.slipway.local.LocalEngine;
import dev.slipway.problem.SlipwayException;
import dev.slipway.project.Span;
import dev.slipway.wiring.Surroundings;
import dev.slipway.workflow.CostFeatures;
import java.time.Duration;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code slipway cost}. */
@Command(
        name = "cost",
        description = "Says what each column costs a model and what it adds, and which can go.",
        footer = {"", "Examples:", "  slipway cost", "  slipway cost 4f1c --budget 5m"})
final class CostCommand extends ProjectCommand {
    @Parameters(
            paramLabel = "MODEL",
            arity = "0..1",
            description = "A version's number, NAME:NUMBER, or the run of a candidate (default: the newest version).")
    private Optional<String> model;

    @Option(
            names = "--budget",
            paramLabel = "TIME",
            defaultValue = "60s",
            description = "Time for learning again without columns, such as 60s or 5m (default: ${DEFAULT-VALUE}).")
    private String budget = "";

    @Mixin
    private ThreadsOption threads = new ThreadsOption();

    @Option(names = "--json", description = "The report as JSON.")
    private boolean json;

    CostCommand(Surroundings world) {
        super(world);
    }

    @Override
    public Integer call() {
        var time = time();
        var project = project();
        try (var place = place();
                var engine = new LocalEngine()) {
            var report = new CostFeatures(place, engine, world().clock())
                    .run(new CostFeatures.Request(project, model, time, threads.count()));
            if (json) {
                json(report);
            } else {
                CostScreen.print(out(), report);
            }
            return YES;
        }
    }

    private Duration time() {
        return Span.read(budget)
                .orElseThrow(() -> SlipwayException.usage(
                        "COST-BUDGET",
                        "'%s' is not a duration".formatted(budget),
                        "--budget",
                        "write one such as 60s or 5m"));
    }
}
