package dev.slipway.kills;

import dev.slipway.cli.Main;
import dev.slipway.database.Witness;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/** A process that runs commands, round after round, says which, and is killed or halts itself at a named step. */
final class Doomed {
    static final int HALTED = 86;
    static final String READY = "ready";
    static final String ROUND = "round over";
    static final String NEVER = "never";

    private static final PrintWriter OUT =
            new PrintWriter(new FileOutputStream(FileDescriptor.out), true, StandardCharsets.UTF_8);
    private static final PrintWriter ERR =
            new PrintWriter(new FileOutputStream(FileDescriptor.err), true, StandardCharsets.UTF_8);

    private Doomed() {}

    /** Arguments: the project, how many rounds, the step to halt at (or none), at which time of reaching it, the commands. */
    public static void main(String[] arguments) {
        var world = SmallProject.world(Path.of(arguments[0]), halting(arguments[2], Integer.parseInt(arguments[3])));
        OUT.println(READY);
        for (int round = Integer.parseInt(arguments[1]); round > 0; round--) {
            for (var command : List.of(arguments).subList(4, arguments.length)) {
                OUT.println("$ " + command);
                int code = Main.run(world, OUT, ERR, command.split(" ", -1));
                OUT.println("exit " + code);
            }
            OUT.println(ROUND);
        }
    }

    /** Ends the process as kill -9 does: no hook, no finally, nothing flushed that was not. */
    private static Witness halting(String name, int time) {
        var reached = new AtomicInteger();
        return step -> {
            if (step.name().equals(name) && reached.incrementAndGet() == time) {
                ProcessHandle.current().children().forEach(child -> OUT.println("child " + child.pid()));
                Runtime.getRuntime().halt(HALTED);
            }
        };
    }
}
