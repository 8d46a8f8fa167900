package dev.slipway.cli;

import dev.slipway.demo.Story;
import dev.slipway.problem.Problem;
import dev.slipway.problem.SlipwayException;
import dev.slipway.wiring.Surroundings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code slipway demo}. */
@Command(
        name = "demo",
        description = "The whole story on made-up ferry bookings: checked, trained, gated, served, rolled back.",
        footer = {"", "Example:", "  slipway demo"})
final class DemoCommand implements Callable<Integer> {
    private static final String FOLDER = "slipway-demo";
    private static final int MOST = 1_000;

    private final Surroundings world;

    @Spec
    private CommandSpec spec;

    @Option(
            names = "--dir",
            paramLabel = "DIR",
            description = "A new folder for everything (default: slipway-demo, or the next free number behind it).")
    private Optional<Path> folder;

    DemoCommand(Surroundings world) {
        this.world = world;
    }

    @Override
    public Integer call() {
        var stage = folder.map(world.folder()::resolve).orElseGet(this::free);
        create(stage);
        var there = world.in(stage);
        var line = spec.commandLine();
        Story.tell(stage, line.getOut(), arguments -> run(there, arguments), world.clock());
        return 0;
    }

    private int run(Surroundings there, List<String> arguments) {
        var line = spec.commandLine();
        return Main.run(there, line.getOut(), line.getErr(), arguments.toArray(String[]::new));
    }

    private Path free() {
        for (int number = 1; number < MOST; number++) {
            var path = world.folder().resolve(number == 1 ? FOLDER : FOLDER + "-" + number);
            if (!Files.exists(path)) {
                return path;
            }
        }
        throw SlipwayException.usage(
                "DEMO-FOLDERS", "there are %d demos here".formatted(MOST), FOLDER, "delete some of them");
    }

    private static void create(Path folder) {
        if (Files.exists(folder)) {
            throw SlipwayException.usage(
                    "DEMO-FOLDER", "this folder is there already", folder.toString(), "name a new one with --dir");
        }
        try {
            Files.createDirectories(folder);
        } catch (IOException failure) {
            throw new SlipwayException(
                    SlipwayException.Kind.FAILED,
                    new Problem(
                            "DEMO-FOLDER",
                            "cannot make the folder: " + failure,
                            folder.toString(),
                            "go to a folder that can be written, or name one with --dir"),
                    failure);
        }
    }
}
