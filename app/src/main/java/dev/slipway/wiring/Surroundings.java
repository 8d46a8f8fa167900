package dev.slipway.wiring;

import dev.slipway.database.Witness;
import java.io.Console;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * The world around a command.
 *
 * @param folder what paths on the command line are relative to; empty for the one the program was started in, so that
 *     messages name files as they were typed
 * @param environment variables by name
 * @param user who is at the keyboard
 * @param witness told of durable steps
 * @param terminal shows a question and answers with the line that was typed; empty where nobody is there to ask
 */
public record Surroundings(
        Path folder,
        Map<String, String> environment,
        String user,
        InstantSource clock,
        Witness witness,
        Optional<UnaryOperator<String>> terminal) {
    /** The folder of the state, where it is not to be in the project. */
    public static final String HOME = "SLIPWAY_HOME";

    /** What is shown to a server that was named, and what a server asks to be shown. */
    public static final String TOKEN = "SLIPWAY_TOKEN";

    /** The folder with the jars of parsers and steps in Java. */
    public static final String PLUGINS = "SLIPWAY_PLUGINS";

    /** The real world. */
    public static Surroundings real() {
        // Newer Javas have a console even where nobody sits at a terminal, unless the old one is asked for.
        System.setProperty("jdk.console", "java.base");
        return new Surroundings(
                Path.of(""),
                System.getenv(),
                System.getProperty("user.name", "somebody"),
                InstantSource.system(),
                Witness.NONE,
                Optional.ofNullable(System.console()).map(Surroundings::asking));
    }

    private static UnaryOperator<String> asking(Console console) {
        return question -> Optional.ofNullable(console.readLine("%s", question)).orElse("");
    }

    public Optional<String> variable(String name) {
        return Optional.ofNullable(environment.get(name)).filter(value -> !value.isBlank());
    }

    /** The same world, seen from another folder. */
    public Surroundings in(Path other) {
        return new Surroundings(other, environment, user, clock, witness, terminal);
    }
}
