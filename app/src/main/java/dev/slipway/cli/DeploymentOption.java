package dev.slipway.cli;

import dev.slipway.problem.SlipwayException;
import dev.slipway.project.Project;
import java.util.Optional;
import picocli.CommandLine.Option;

/** Which deployment is meant; for those who have no project at hand, such as whoever is on call. */
final class DeploymentOption {
    @Option(names = "--deployment", paramLabel = "NAME", description = "The deployment (default: the project's name).")
    private Optional<String> deployment;

    String name(ProjectCommand command) {
        deployment.filter(name -> !Project.canName(name)).ifPresent(name -> {
            throw SlipwayException.usage(
                    "DEPLOYMENT-NAME",
                    "'%s' cannot name a deployment: it becomes part of a URL".formatted(name),
                    "--deployment",
                    "use at most 64 letters, digits, '-' and '_', starting with a letter or digit");
        });
        return deployment.orElseGet(() -> command.project().name());
    }
}
