package dev.slipway.cli;

import dev.slipway.engine.Engine;
import dev.slipway.project.Project;
import dev.slipway.wiring.Surroundings;
import dev.slipway.workflow.CheckContract;
import dev.slipway.workflow.InferContract;
import dev.slipway.workflow.NewFile;
import dev.slipway.workflow.WriteReport;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code slipway contract}: what the data must be. */
@Command(
        name = "contract",
        description = "What the data must be: inferred from data, and held against data.",
        footer = {"", "Examples:", "  slipway contract infer old.csv", "  slipway contract check new.csv"})
final class ContractCommand implements Runnable {
    @Spec
    private CommandSpec spec;

    @Override
    public void run() {
        throw new ParameterException(
                spec.commandLine(), "say what to do with the contract: infer, check, diff or test");
    }

    private static Project project(Surroundings world) {
        return Project.read(world.folder(), ParserOption.plugins(world));
    }

    /** {@code slipway contract infer}. */
    @Command(
            name = "infer",
            description = "Proposes a contract that the data keep, as YAML for you to review.",
            footer = {"", "Example:", "  slipway contract infer titanic.csv --target Survived --out contract.yaml"})
    static final class Infer implements Callable<Integer> {
        private final Surroundings world;

        @Spec
        private CommandSpec spec;

        @Parameters(
                paramLabel = "FILE",
                arity = "0..1",
                description = "The data (default: the project's, each file through its parser).")
        private Optional<Path> file;

        @Mixin
        private SourceOptions options = new SourceOptions();

        @Option(names = "--target", paramLabel = "COLUMN", description = "The column that is predicted.")
        private Optional<String> target;

        @Option(names = "--reward", paramLabel = "COLUMN", description = "The column that says what a row brought.")
        private Optional<String> reward;

        @Option(names = "--out", paramLabel = "FILE", description = "Write it here (default: show it).")
        private Optional<Path> saved;

        @Option(names = "--force", description = "Overwrite the file that is there.")
        private boolean force;

        @Mixin
        private ParserOption parser = new ParserOption();

        Infer(Surroundings world) {
            this.world = world;
        }

        @Override
        public Integer call() {
            saved.ifPresent(out -> new NewFile(world.folder().resolve(out)).refuseExisting(force));
            try (var engine = ProgressLine.engine(world, spec.commandLine().getErr())) {
                var proposal = file.isPresent() ? ofFile(engine, file.get()) : ofProject(engine, project(world));
                var yaml = proposal.inferred().yaml();
                if (saved.isEmpty()) {
                    spec.commandLine().getOut().print(yaml);
                } else {
                    new NewFile(world.folder().resolve(saved.get())).write(yaml, force);
                    spec.commandLine()
                            .getOut()
                            .println("wrote %s: %d columns of %d rows, %d remarks to decide on"
                                    .formatted(
                                            saved.get(),
                                            proposal.inferred()
                                                    .contract()
                                                    .columns()
                                                    .size(),
                                            proposal.profile().rows(),
                                            proposal.inferred().remarks().size()));
                }
            }
            return 0;
        }

        private InferContract.Proposal ofFile(Engine engine, Path data) {
            var name = String.valueOf(data.getFileName()).replaceAll("\\..*", "");
            var source = parser.read(options.source(world, world.folder().resolve(data)), () -> project(world));
            return InferContract.run(engine, source, name, target, reward);
        }

        private InferContract.Proposal ofProject(Engine engine, Project project) {
            return InferContract.run(
                    engine,
                    project.source(),
                    project.name(),
                    target.or(() -> project.data().target()),
                    reward.or(
                            () -> project.value().flatMap(value -> value.worth().column())));
        }
    }

    /** {@code slipway contract check}. */
    @Command(
            name = "check",
            description = "Names every row that breaks the contract.",
            footer = {"", "Example:", "  slipway contract check new.csv --quarantine checked"})
    static final class Check implements Callable<Integer> {
        private final Surroundings world;

        @Spec
        private CommandSpec spec;

        @Parameters(paramLabel = "FILE", description = "The data.")
        private Path file;

        @Mixin
        private SourceOptions options = new SourceOptions();

        @Option(
                names = "--contract",
                paramLabel = "FILE",
                defaultValue = Project.CONTRACT,
                description = "The contract (default: ${DEFAULT-VALUE}).")
        private Path contract;

        @Option(
                names = "--quarantine",
                paramLabel = "DIR",
                description = "Write good.csv, bad.csv with reasons, and unreadable.csv there.")
        private Optional<Path> quarantine;

        @Option(names = "--force", description = "Replace the files of an earlier quarantine.")
        private boolean force;

        @Mixin
        private ParserOption parser = new ParserOption();

        @Mixin
        private ReportOptions report = new ReportOptions();

        @Mixin
        private AppendOption append = new AppendOption();

        Check(Surroundings world) {
            this.world = world;
        }

        @Override
        public Integer call() {
            var data = world.folder().resolve(file);
            var rules = world.folder().resolve(contract);
            report.check(world, List.of(data, rules));
            var appending = append.open(world, data);
            var source = parser.read(options.source(world, data), () -> project(world));
            try (var engine = ProgressLine.engine(world, spec.commandLine().getErr())) {
                var check = new CheckContract(engine);
                var wanted = CheckContract.read(rules);
                var found = check.check(source, wanted);
                boolean passed = report.write(
                        world,
                        spec.commandLine().getOut(),
                        writer -> WriteReport.run(engine, source, wanted, found, writer));
                quarantine.ifPresent(
                        folder -> check.quarantine(source, found, world.folder().resolve(folder), force));
                append.close(
                        appending,
                        passed,
                        engine,
                        source,
                        wanted,
                        spec.commandLine().getErr());
                return passed ? 0 : 1;
            }
        }
    }
}
