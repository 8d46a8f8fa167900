package dev.slipway.cli;

import dev.slipway.problem.SlipwayException;
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
        if (version.isPresent() && run.isPresent()) {
            throw SlipwayException.usage(
                    "NOMINEE-TWICE",
                    "version %d and run %s are two models".formatted(version.get(), run.get()),
                    "VERSION and --run",
                    "name one of them");
        }
        return new Nominee(deployment, project.name(), version, run);
    }
}
