package dev.slipway.cli;

import dev.slipway.evaluation.Score;
import dev.slipway.local.LocalEngine;
import dev.slipway.project.Project;
import dev.slipway.search.Trial;
import dev.slipway.wiring.Surroundings;
import dev.slipway.workflow.Train;
import java.util.List;
import picocli.CommandLine.Command;
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
            var train = new Train(place, engine, world().clock(), (metric, trial) -> show(trial, metric.id()));
            var report = train.run(new Train.Request(project, only, who()));
            if (json) {
                json(report);
                return YES;
            }
            Comparison.print(out(), report.candidates(), report.metric(), unit(project));
            out().println("%s is version %d of model '%s' now; next: slipway gate, slipway release"
                    .formatted(
                            report.candidates().get(0).name(),
                            report.version().version(),
                            report.version().model()));
            return YES;
        }
    }

    static String unit(Project project) {
        return project.value().map(value -> value.unit()).orElse("");
    }

    private void show(Trial trial, String metric) {
        var score = trial.evaluation()
                .flatMap(evaluation -> evaluation.find(metric))
                .map(Score::mean)
                .map(mean -> metric + " " + Shown.number(mean))
                .orElse("stopped: the time was over");
        err().println("  trial %d: %s %s %s (%.1f s)"
                .formatted(trial.number(), trial.candidate(), parameters(trial), score, trial.seconds()));
        err().flush();
    }

    private static String parameters(Trial trial) {
        return trial.parameters().containsKey("rule") || trial.parameters().isEmpty()
                ? ""
                : trial.parameters().toString();
    }
}
