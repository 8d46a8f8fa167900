package dev.slipway.cli;

import dev.slipway.problem.SlipwayException;
import picocli.CommandLine;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.ParseResult;

/** What a person reads when a command fails: the problems to mend, or the plain admission that the bug is ours. */
final class Failures implements IExecutionExceptionHandler {
    /** Not asked of the command: picocli's own answer would be 1, which reads as "the data said no". */
    private static final int COULD_NOT = 3;

    @Override
    public int handleExecutionException(Exception failure, CommandLine line, ParseResult parsed) {
        var err = line.getErr();
        if (failure instanceof SlipwayException mendable) {
            mendable.problems().forEach(err::println);
            return mendable.kind().exitCode();
        }
        err.println("this is a bug in Slipway, not in your data or your command; please report it with these lines:");
        failure.printStackTrace(err);
        return COULD_NOT;
    }
}
