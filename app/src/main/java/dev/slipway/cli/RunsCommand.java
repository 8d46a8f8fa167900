package dev.slipway.cli;

import dev.slipway.problem.SlipwayException;
import dev.slipway.tracking.Run;
import dev.slipway.wiring.Surroundings;
import dev.slipway.workflow.ListRuns;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code slipway runs}. */
@Command(
        name = "runs",
        description = "Lists the runs that are kept, newest first.",
        footer = {"", "Example:", "  slipway runs --limit 100 --json"})
final class RunsCommand extends ProjectCommand {
    @Option(names = "--limit", paramLabel = "N", defaultValue = "20", description = "At most so many (default: 20).")
    private int limit;

    @Option(names = "--json", description = "The runs as JSON.")
    private boolean json;

    RunsCommand(Surroundings world) {
        super(world);
    }

    @Override
    public Integer call() {
        if (limit < 1) {
            throw SlipwayException.usage(
                    "RUNS-LIMIT", "at most %d runs are none".formatted(limit), "--limit", "ask for at least one");
        }
        try (var place = place()) {
            var answer = place.ask(ListRuns.OPERATION, new ListRuns.Question(Optional.empty(), List.of(), limit));
            if (json) {
                json(answer);
                return YES;
            }
            if (answer.runs().isEmpty()) {
                out().println("no run is kept yet: slipway train");
                return YES;
            }
            var grid = new Grid("run", "started (UTC)", "project", "what", "status", "roc_auc", "accuracy");
            answer.runs().forEach(run -> grid.add(row(run)));
            grid.print(out());
            return YES;
        }
    }

    private static List<String> row(Run run) {
        return List.of(
                Shown.id(run.id()),
                Shown.time(run.started()),
                run.experiment(),
                run.name(),
                run.status().name().toLowerCase(Locale.ROOT),
                Shown.number(run.metrics().getOrDefault("roc_auc", Double.NaN)),
                Shown.number(run.metrics().getOrDefault("accuracy", Double.NaN)));
    }
}
