package dev.slipway.cli;

import dev.slipway.wiring.Surroundings;
import dev.slipway.workflow.JudgeModel;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code slipway gate}. */
@Command(
        name = "gate",
        description = "Asks the gates of slipway.yaml about a model version; changes nothing.",
        footer = {"", "Examples:", "  slipway gate", "  slipway gate --run 77be0d13"})
final class GateCommand extends ProjectCommand {
    @Mixin
    private NomineeOptions nominee = new NomineeOptions();

    @Mixin
    private DeploymentOption deployment = new DeploymentOption();

    @Option(names = "--json", description = "The verdicts as JSON.")
    private boolean json;

    GateCommand(Surroundings world) {
        super(world);
    }

    @Override
    public Integer call() {
        var project = project();
        try (var place = place()) {
            var question =
                    new JudgeModel.Question(nominee.nominee(project, deployment.name(this)), gates(project), who());
            var judged = place.ask(JudgeModel.OPERATION, question);
            if (json) {
                json(judged);
            } else {
                Verdicts.print(out(), judged);
            }
            return judged.allowed() ? YES : NO;
        }
    }
}
