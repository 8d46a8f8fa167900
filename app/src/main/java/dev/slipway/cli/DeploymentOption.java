package dev.slipway.cli;

import java.util.Optional;
import picocli.CommandLine.Option;

/** Which deployment is meant; for those who have no project at hand, such as whoever is on call. */
final class DeploymentOption {
    @Option(names = "--deployment", paramLabel = "NAME", description = "The deployment (default: the project's name).")
    private Optional<String> deployment;

    String name(ProjectCommand command) {
        return deployment.orElseGet(() -> command.project().name());
    }
}
