package dev.slipway.cli;

import dev.slipway.project.Project;
import dev.slipway.workflow.Nominee;
import java.util.Optional;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Which model is meant: a version by its number, the model of a run, or the newest version. */
final class NomineeOptions {
    @Parameters(
            paramLabel = "VERSION",
            arity = "0..1",
            description = "The number of the model version (default: the newest).")
    private Optional<Integer> version;

    @Option(
            names = "--run",
            paramLabel = "RUN",
            description = "The model of this run instead, as 'slipway compare' lists it.")
    private Optional<String> run;

    Nominee nominee(Project project, String deployment) {
        return new Nominee(deployment, project.name(), version, run);
    }
}
