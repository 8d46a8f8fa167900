package dev.slipway.cli;

import dev.slipway.problem.Nearest;
import dev.slipway.problem.Problem;
import java.util.Collection;
import java.util.stream.Stream;
import picocli.CommandLine.IParameterExceptionHandler;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** What a person reads when the command line is wrong: which word, what was probably meant, and where the help is. */
final class Misuse implements IParameterExceptionHandler {
    @Override
    public int handleParseException(ParameterException wrong, String[] args) {
        var line = wrong.getCommandLine();
        String command = line.getCommandSpec().qualifiedName();
        line.getErr()
                .println(new Problem(
                        "USAGE",
                        what(wrong, line.getCommandSpec()),
                        command,
                        "see what it takes: " + command + " --help"));
        return line.getCommandSpec().exitCodeOnInvalidInput();
    }

    private static String what(ParameterException wrong, CommandSpec spec) {
        if (wrong instanceof UnmatchedArgumentException unmatched
                && !unmatched.getUnmatched().isEmpty()) {
            String given = unmatched.getUnmatched().get(0);
            String kind =
                    unmatched.isUnknownOption() ? "option" : spec.subcommands().isEmpty() ? "argument" : "command";
            return "unknown %s '%s'%s".formatted(kind, given, Nearest.hint(given, known(spec, kind)));
        }
        return String.valueOf(wrong.getMessage());
    }

    private static Collection<String> known(CommandSpec spec, String kind) {
        return kind.equals("command")
                ? spec.subcommands().keySet()
                : spec.options().stream()
                        .flatMap(option -> Stream.of(option.names()))
                        .toList();
    }
}
