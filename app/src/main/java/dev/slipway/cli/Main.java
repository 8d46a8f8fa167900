package dev.slipway.cli;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import picocli.CommandLine;

/** The program. */
public final class Main {
    private static final List<String> VERSION = List.of("--version", "-V");

    private Main() {}

    public static void main(String[] args) {
        // UTF-8 whatever the locale says: reports are files as often as they are screens.
        var out = new PrintWriter(new FileOutputStream(FileDescriptor.out), true, StandardCharsets.UTF_8);
        var err = new PrintWriter(new FileOutputStream(FileDescriptor.err), true, StandardCharsets.UTF_8);
        int code = run(out, err, args);
        out.flush();
        err.flush();
        System.exit(code);
    }

    /** Runs one command and answers its exit code; what a test calls to read everything a person would. */
    public static int run(PrintWriter out, PrintWriter err, String... args) {
        // The whole command tree need not be built (about 80 ms) to say a version.
        if (args.length == 1 && VERSION.contains(args[0])) {
            Arrays.stream(new Version().getVersion()).forEach(out::println);
            return 0;
        }
        return commandLine().setOut(out).setErr(err).execute(args);
    }

    /** The command tree with its manners: how errors read, and which exit code they are. */
    public static CommandLine commandLine() {
        var line = new CommandLine(new Slipway());
        Slipway.commands().forEach(line::addSubcommand);
        return line.setCaseInsensitiveEnumValuesAllowed(true)
                .setExecutionExceptionHandler(new Failures())
                .setParameterExceptionHandler(new Misuse());
    }
}
