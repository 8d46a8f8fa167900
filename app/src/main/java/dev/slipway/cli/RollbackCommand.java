package dev.slipway.cli;

import dev.slipway.wiring.Surroundings;
import dev.slipway.workflow.RollBack;
import java.time.Duration;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code slipway rollback}. */
@Command(
        name = "rollback",
        description = "Puts the model in charge that served before. Asks no gate.",
        footer = {"", "Example:", "  slipway rollback --why \"wrong since midnight\""})
final class RollbackCommand extends ProjectCommand {
    private static final double MILLIS = 1000.0;

    @Mixin
    private DeploymentOption deployment = new DeploymentOption();

    @Option(names = "--to", paramLabel = "N", description = "Back to release N (default: the last with another model).")
    private Optional<Integer> to;

    @Option(
            names = "--why",
            paramLabel = "TEXT",
            defaultValue = "not said",
            description = "The reason, for the record.")
    private String why;

    @Option(names = "--json", description = "The release as JSON.")
    private boolean json;

    RollbackCommand(Surroundings world) {
        super(world);
    }

    @Override
    public Integer call() {
        var started = world().clock().instant();
        try (var place = place()) {
            var answer = place.ask(RollBack.OPERATION, new RollBack.Question(deployment.name(this), to, who(), why));
            var took = Duration.between(started, world().clock().instant());
            if (json) {
                json(answer);
            } else {
                out().println("release %d: version %d serves '%s' again, as in release %d; it took %.2f s"
                        .formatted(
                                answer.release().number(),
                                answer.release().plan().champion(),
                                answer.release().deployment(),
                                answer.repeats().number(),
                                took.toMillis() / MILLIS));
            }
            return YES;
        }
    }
}
