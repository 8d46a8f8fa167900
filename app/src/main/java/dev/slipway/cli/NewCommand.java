package dev.slipway.cli;

import dev.slipway.problem.SlipwayException;
import dev.slipway.project.Purpose;
import dev.slipway.wiring.Surroundings;
import dev.slipway.workflow.NewProject;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.UnaryOperator;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code slipway new}. */
@Command(
        name = "new",
        description = "Makes a project from a data file: slipway.yaml and contract.yaml, for you to review.",
        footer = {"", "Example:", "  slipway new titanic --data titanic.csv --target Survived"})
final class NewCommand implements Callable<Integer> {
    private final Surroundings world;

    @Spec
    private CommandSpec spec;

    @Parameters(paramLabel = "DIR", description = "The project's folder: new, or empty.")
    private Path folder;

    @Option(names = "--data", paramLabel = "FILE", required = true, description = "The data to learn from.")
    private Path data;

    @Mixin
    private SourceOptions options = new SourceOptions();

    @Option(
            names = "--target",
            paramLabel = "COLUMN",
            description = "The column to predict (asked where it is left out).")
    private Optional<String> target;

    @Option(
            names = "--reward",
            paramLabel = "COLUMN",
            description = "The column that says what a row brought; no model reads it.")
    private Optional<String> reward;

    @Option(names = "--moves", paramLabel = "TEXT", description = "Purpose: which metric is to move.")
    private Optional<String> moves;

    @Option(names = "--used-by", paramLabel = "TEXT", description = "Purpose: who uses the answers.")
    private Optional<String> usedBy;

    @Option(names = "--owner", paramLabel = "TEXT", description = "Purpose: who owns the data.")
    private Optional<String> owner;

    @Option(names = "--no-target", description = "Nothing is predicted: rows are grouped, and strange ones found.")
    private boolean grouped;

    @Option(names = "--latency", paramLabel = "TEXT", description = "Purpose: how long an answer may take.")
    private Optional<String> latency;

    @Option(names = "--cost", paramLabel = "TEXT", description = "Purpose: what it may cost.")
    private Optional<String> cost;

    NewCommand(Surroundings world) {
        this.world = world;
    }

    @Override
    public Integer call() {
        try (var engine = ProgressLine.engine(world, spec.commandLine().getErr())) {
            var project = new NewProject(engine);
            var file = world.folder().resolve(data);
            var made = world.folder().resolve(folder);
            var format = options.dialect();
            var columns = project.columns(made, file, format);
            if (grouped && target.isPresent()) {
                throw SlipwayException.usage(
                        "PROJECT-NO-TARGET",
                        "--no-target groups rows, and --target predicts a column",
                        "slipway new",
                        "say one of the two");
            }
            var wanted = grouped ? Optional.<String>empty() : target.or(() -> Optional.of(chosen(columns)));
            var written = project.make(new NewProject.Request(made, file, format, wanted, reward, purpose()));
            var out = spec.commandLine().getOut();
            written.forEach(path -> out.println("wrote " + path));
            out.println("review contract.yaml and slipway.yaml, then: slipway train --project " + folder);
        }
        return 0;
    }

    private String chosen(List<String> columns) {
        var ask = world.terminal()
                .orElseThrow(() -> SlipwayException.usage(
                        "PROJECT-NO-TARGET",
                        "which column is to be predicted?",
                        data.toString(),
                        "add --target with one of: " + String.join(", ", columns)));
        return ask.apply("Which column is to be predicted (%s)? ".formatted(String.join(", ", columns)))
                .strip();
    }

    private Purpose purpose() {
        return new Purpose(
                asked(moves, "Which metric is the model to move? "),
                asked(usedBy, "Who uses its answers? "),
                asked(owner, "Who owns the data? "),
                asked(latency, "How long may an answer take? "),
                asked(cost, "What may it cost? "));
    }

    private Optional<String> asked(Optional<String> said, String question) {
        return said.or(() -> world.terminal()
                        .map((UnaryOperator<String> ask) -> ask.apply(question).strip()))
                .filter(answer -> !answer.isBlank());
    }
}
