package dev.slipway.cli;

import dev.slipway.metric.BinaryMetric;
import dev.slipway.metric.Metric;
import dev.slipway.problem.SlipwayException;
import dev.slipway.tracking.Run;
import dev.slipway.wiring.Surroundings;
import dev.slipway.workflow.ListRuns;
import dev.slipway.workflow.Place;
import dev.slipway.workflow.Train;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code slipway compare}. */
@Command(
        name = "compare",
        description = "Shows runs side by side: scores, value, latency, size.",
        footer = {"", "Example:", "  slipway compare 4f0a91c2 77be0d13"})
final class CompareCommand extends ProjectCommand {
    private static final int LATELY = 1_000;

    @Parameters(
            paramLabel = "RUN",
            arity = "0..*",
            description = "Runs, by the beginning of their id (default: the candidates of the latest training).")
    private List<String> runs = List.of();

    @Option(names = "--json", description = "The runs as JSON.")
    private boolean json;

    CompareCommand(Surroundings world) {
        super(world);
    }

    @Override
    public Integer call() {
        var project = project();
        try (var place = place()) {
            var ids = runs.isEmpty() ? List.of(latest(place, project.name()).id()) : runs;
            var answer = place.ask(ListRuns.OPERATION, new ListRuns.Question(Optional.empty(), ids, LATELY));
            var sorted = new ArrayList<>(answer.runs());
            var metric = Metric.named(
                    sorted.stream()
                            .flatMap(run -> Optional.ofNullable(run.tags().get(Train.METRIC)).stream())
                            .findFirst()
                            .orElse(BinaryMetric.ROC_AUC.id()),
                    "the runs");
            sorted.sort((left, right) -> metric.isBetter(score(left, metric.id()), score(right, metric.id()))
                    ? -1
                    : metric.isBetter(score(right, metric.id()), score(left, metric.id())) ? 1 : 0);
            var compared = Compared.of(sorted, metric);
            if (json) {
                json(compared);
            } else {
                Comparison.print(out(), compared, TrainCommand.unit(project));
            }
            return YES;
        }
    }

    private static double score(Run run, String metric) {
        return run.metrics().getOrDefault(metric, Double.NaN);
    }

    static Run latest(Place place, String project) {
        var lately = new ListRuns.Question(Optional.of(project), List.of(), LATELY);
        return place.ask(ListRuns.OPERATION, lately).runs().stream()
                .filter(run -> run.parent().isEmpty() && !run.metrics().isEmpty())
                .findFirst()
                .orElseThrow(() -> SlipwayException.missing(
                        "RUN-NONE",
                        "nothing was trained yet",
                        "project '" + project + "'",
                        "train something first: slipway train"));
    }
}
