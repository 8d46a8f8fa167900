package dev.slipway.cli;

import dev.slipway.registry.Release;
import dev.slipway.wiring.Surroundings;
import dev.slipway.workflow.ListReleases;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code slipway releases}. */
@Command(
        name = "releases",
        description = "Who served, since when, who wanted it, and why; newest first.",
        footer = {"", "Example:", "  slipway releases --deployment titanic"})
final class ReleasesCommand extends ProjectCommand {
    @Option(names = "--deployment", paramLabel = "NAME", description = "Only this deployment (default: all).")
    private Optional<String> deployment;

    @Option(names = "--json", description = "The releases as JSON.")
    private boolean json;

    ReleasesCommand(Surroundings world) {
        super(world);
    }

    @Override
    public Integer call() {
        try (var place = place()) {
            var answer = place.ask(ListReleases.OPERATION, new ListReleases.Question(deployment));
            if (json) {
                json(answer);
                return YES;
            }
            if (answer.releases().isEmpty()) {
                out().println("nothing was released yet: slipway release");
                return YES;
            }
            var grid = new Grid("deployment", "release", "at (UTC)", "action", "version", "who", "why", "evidence");
            answer.releases().forEach(release -> grid.add(row(release)));
            grid.print(out());
            return YES;
        }
    }

    private static List<String> row(Release release) {
        return List.of(
                release.deployment(),
                Integer.toString(release.number()),
                Shown.time(release.at()),
                release.action(),
                Integer.toString(release.plan().champion()),
                release.who(),
                release.why(),
                Long.toString(release.evidence()));
    }
}
