package dev.slipway.testkit;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A program of this class path in a Java of its own, which a test may kill; tuned to start soon, not to run fast. */
public final class ChildJava {
    private ChildJava() {}

    /**
     * The process, not started yet.
     *
     * @param temporary where the child keeps what it would leave in the temporary folder when it is killed
     */
    public static ProcessBuilder of(Class<?> program, Path temporary, List<String> arguments) {
        var command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-Xshare:auto",
                "-Xmx256m",
                "-Djava.io.tmpdir=" + temporary,
                "-cp",
                System.getProperty("java.class.path"),
                program.getName()));
        command.addAll(arguments);
        return new ProcessBuilder(command);
    }
}
