package dev.slipway.cli;

import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The root of the command tree; alone it can only say what there is. */
@Command(
        name = "slipway",
        description = "Takes a model from a data file to a gated, served release that anyone can roll back.",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        synopsisSubcommandLabel = "COMMAND",
        exitCodeOnInvalidInput = 2,
        exitCodeOnExecutionException = 3,
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:yes, done",
            "1:no: the data, a contract or a gate said no",
            "2:the command line or a configuration file is wrong",
            "3:Slipway could not do it"
        })
final class Slipway implements Runnable {
    @Spec
    private CommandSpec spec;

    /** Every command there is, in the order of the help: one line each, here and nowhere else. */
    static List<Object> commands() {
        return List.of();
    }

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "no command given");
    }
}
