package dev.slipway.cli;

import dev.slipway.wiring.Surroundings;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The root of the command tree; alone it can only say what there is. */
@Command(
        name = "slipway",
        description = "Takes a model from a data file to a gated, served release that anyone can roll back.",
        versionProvider = Version.class,
        synopsisSubcommandLabel = "COMMAND")
final class Slipway implements Runnable {
    @Spec
    private CommandSpec spec;

    /** Every command there is, in the order of the help: one line each, here and nowhere else. */
    static CommandLine tree(Surroundings world) {
        var contract = new CommandLine(new ContractCommand())
                .addSubcommand(new ContractCommand.Infer(world))
                .addSubcommand(new ContractCommand.Check(world))
                .addSubcommand(new ContractDiff(world))
                .addSubcommand(new ContractProof(world));
        return new CommandLine(new Slipway())
                .addSubcommand(new DemoCommand(world))
                .addSubcommand(new NewCommand(world))
                .addSubcommand(new ProfileCommand(world))
                .addSubcommand(contract)
                .addSubcommand(new ParseCommand(world))
                .addSubcommand(new TrainCommand(world))
                .addSubcommand(new RerunCommand(world))
                .addSubcommand(new RegisterCommand(world))
                .addSubcommand(new ReportCommand(world))
                .addSubcommand(new RunsCommand(world))
                .addSubcommand(new CompareCommand(world))
                .addSubcommand(new ExplainCommand(world))
                .addSubcommand(new CostCommand(world))
                .addSubcommand(new GateCommand(world))
                .addSubcommand(new ReleaseCommand(world))
                .addSubcommand(new RollbackCommand(world))
                .addSubcommand(new ReleasesCommand(world))
                .addSubcommand(new PredictCommand(world))
                .addSubcommand(new ServeCommand(world));
    }

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "no command given");
    }
}
