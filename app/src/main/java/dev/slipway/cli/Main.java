package dev.slipway.cli;

import dev.slipway.problem.Problem;
import dev.slipway.wiring.Surroundings;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import picocli.CommandLine;

/** The program. */
public final class Main {
    private static final int CANNOT = 3;
    private static final List<String> VERSION = List.of("--version", "-V");

    private static final Map<String, String> EXIT_CODES = exitCodes();

    private Main() {}

    private static Map<String, String> exitCodes() {
        var codes = new LinkedHashMap<String, String>();
        codes.put("0", "yes, done");
        codes.put("1", "no: the data, a contract or a gate said no");
        codes.put("2", "the command line or a configuration file is wrong");
        codes.put("3", "Slipway could not do it");
        return codes;
    }

    public static void main(String[] args) {
        // UTF-8 whatever the locale says: reports are files as often as they are screens.
        var answer = new Remembered(new FileOutputStream(FileDescriptor.out));
        var out = new PrintWriter(answer, true, StandardCharsets.UTF_8);
        var err = new PrintWriter(new FileOutputStream(FileDescriptor.err), true, StandardCharsets.UTF_8);
        int code = run(out, err, args);
        out.flush();
        var lost = answer.failure();
        lost.ifPresent(why -> err.println(new Problem(
                "OUTPUT",
                "the answer could not be written to its end: " + why.getMessage(),
                "standard output",
                "make room where it goes, and ask again")));
        err.flush();
        System.exit(lost.isPresent() ? CANNOT : code);
    }

    /** Runs one command in the real world and answers its exit code. */
    public static int run(PrintWriter out, PrintWriter err, String... args) {
        // The whole command tree need not be built (about 80 ms) to say a version.
        if (args.length == 1 && VERSION.contains(args[0])) {
            Arrays.stream(new Version().getVersion()).forEach(out::println);
            return 0;
        }
        return run(Surroundings.real(), out, err, args);
    }

    /** The same in a world of the caller's; what a test calls to read everything a person would. */
    public static int run(Surroundings world, PrintWriter out, PrintWriter err, String... args) {
        return commandLine(world).setOut(out).setErr(err).execute(args);
    }

    /** The command tree with its manners: how errors read, and which exit code they are. */
    public static CommandLine commandLine(Surroundings world) {
        var line = Slipway.tree(world);
        mannered(line);
        return line.setCaseInsensitiveEnumValuesAllowed(true)
                .setExecutionExceptionHandler(new Failures())
                .setParameterExceptionHandler(new Misuse());
    }

    /** Help and exit codes are the same for every command, so they are said once. */
    private static void mannered(CommandLine line) {
        var spec = line.getCommandSpec();
        spec.mixinStandardHelpOptions(true);
        spec.exitCodeOnInvalidInput(2);
        spec.exitCodeOnExecutionException(3);
        spec.usageMessage().exitCodeListHeading("%nExit codes:%n").exitCodeList(EXIT_CODES);
        line.getSubcommands().values().forEach(Main::mannered);
    }
}
