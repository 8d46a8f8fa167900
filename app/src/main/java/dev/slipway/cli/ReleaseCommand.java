package dev.slipway.cli;

import dev.slipway.wiring.Surroundings;
import dev.slipway.workflow.ReleaseModel;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code slipway release}. */
@Command(
        name = "release",
        description =
                "Puts a model version in charge, if every gate lets it; callers notice nothing but better answers.",
        footer = {"", "Example:", "  slipway release 3 --why \"knows autumn\""})
final class ReleaseCommand extends ProjectCommand {
    @Mixin
    private NomineeOptions nominee = new NomineeOptions();

    @Mixin
    private DeploymentOption deployment = new DeploymentOption();

    @Option(
            names = "--why",
            paramLabel = "TEXT",
            defaultValue = "not said",
            description = "The reason, for the record.")
    private String why;

    @Option(names = "--json", description = "The verdicts and the release as JSON.")
    private boolean json;

    ReleaseCommand(Surroundings world) {
        super(world);
    }

    @Override
    public Integer call() {
        var project = project();
        try (var place = place()) {
            var question = new ReleaseModel.Question(
                    nominee.nominee(project, deployment.name(this)), gates(project), who(), why);
            var answer = place.ask(ReleaseModel.OPERATION, question);
            if (json) {
                json(answer);
            } else {
                Verdicts.print(out(), answer.judged());
                answer.release()
                        .ifPresent(release -> out().println("release %d: version %d serves '%s' now"
                                .formatted(release.number(), release.plan().champion(), release.deployment())));
            }
            return answer.release().isPresent() ? YES : NO;
        }
    }
}
