package dev.slipway.cli;

import dev.slipway.local.LocalEngine;
import dev.slipway.metric.Metric;
import dev.slipway.project.Project;
import dev.slipway.wiring.Surroundings;
import dev.slipway.workflow.Train;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code slipway train}. */
@Command(
        name = "train",
        description = "Tries the candidates under the time budget; the best becomes a new model version.",
        footer = {"", "Example:", "  slipway train --only rule --only xgboost"})
final class TrainCommand extends ProjectCommand {
    @Option(
            names = "--only",
            paramLabel = "NAME",
            description = "Only this candidate; may come several times (default: all of slipway.yaml).")
    private List<String> only = List.of();

    @Mixin
    private ThreadsOption threads = new ThreadsOption();

    @Option(
            names = "--curve",
            description = "Also fit the winner on fewer rows, to see whether more would pay; after the budget.")
    private boolean curve;

    @Option(names = "--json", description = "The report as JSON.")
    private boolean json;

    TrainCommand(Surroundings world) {
        super(world);
    }

    @Override
    public Integer call() {
        var project = project();
        try (var place = place();
                var engine = new LocalEngine()) {
            var screen = new TrainScreen(err(), project.effort().price());
            var train = new Train(place, engine, world().clock(), screen::show);
            var report = report(train, project, screen);
            if (json) {
                json(report);
                return YES;
            }
            var metric = Metric.named(report.metric(), "the training");
            Comparison.print(out(), Compared.of(report.candidates(), metric), unit(project));
            LearningReport.print(out(), report);
            out().println("%s is version %d of model '%s' now; next: slipway gate, slipway release"
                    .formatted(
                            report.candidates().get(0).name(),
                            report.version().version(),
                            report.version().model()));
            return YES;
        }
    }

    private Train.Report report(Train train, Project project, TrainScreen screen) {
        var interrupts = new Interrupts(() -> {
            screen.stopping();
            train.stop();
        });
        try {
            return train.run(new Train.Request(project, only, who(), threads.count(), curve));
        } finally {
            interrupts.restore();
        }
    }

    static String unit(Project project) {
        return project.value().map(value -> value.unit()).orElse("");
    }
}
