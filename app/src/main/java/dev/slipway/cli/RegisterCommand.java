package dev.slipway.cli;

import dev.slipway.problem.SlipwayException;
import dev.slipway.project.Project;
import dev.slipway.wiring.Surroundings;
import dev.slipway.workflow.RegisterModel;
import java.nio.file.Path;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code slipway register}. */
@Command(
        name = "register",
        description = "Makes a version of a model trained elsewhere: XGBoost's .json or .ubj, or LightGBM's text.",
        footer = {
            "",
            "The features of the contract are the model's, by name or in its order; its target is what the model answers.",
            "",
            "Example:",
            "  slipway register model.ubj --contract contract.yaml --data holdout.csv"
        })
final class RegisterCommand extends ProjectCommand {
    @Parameters(paramLabel = "FILE", description = "What the library wrote. A pickle is refused: it would run code.")
    private Path file;

    @Option(names = "--contract", paramLabel = "FILE", required = true, description = "What the model's rows must be.")
    private Path contract;

    @Option(
            names = "--data",
            paramLabel = "FILE",
            required = true,
            description = "Rows with known answers: the model is measured on them, and its golden rows look like them.")
    private Path data;

    @Mixin
    private SourceOptions options = new SourceOptions();

    @Option(names = "--name", paramLabel = "NAME", description = "The model (default: the project's name).")
    private Optional<String> name;

    RegisterCommand(Surroundings world) {
        super(world);
    }

    @Override
    public Integer call() {
        var model = name.orElseGet(() -> project().name());
        if (!Project.canName(model)) {
            throw SlipwayException.usage(
                    "REGISTER-NAME",
                    "'%s' cannot name a model: it becomes part of a URL".formatted(model),
                    "--name",
                    "use at most 64 letters, digits, '-' and '_', starting with a letter or digit");
        }
        var source = options.source(world(), path(data));
        try (var place = place();
                var engine = ProgressLine.engine(world(), err())) {
            var report = new RegisterModel(place, engine, world().clock())
                    .run(new RegisterModel.Request(model, path(file), path(contract), source, who()));
            report.run().metrics().forEach((metric, value) -> out().println("%-18s %s".formatted(metric, value)));
            out().println("%s is version %d of model '%s' now; next: slipway gate, slipway release"
                    .formatted(file.getFileName(), report.version().version(), model));
            return YES;
        }
    }
}
