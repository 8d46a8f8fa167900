package dev.slipway.cli;

import dev.slipway.document.Json;
import dev.slipway.problem.SlipwayException;
import dev.slipway.project.Project;
import dev.slipway.wiring.Surroundings;
import dev.slipway.workflow.Gates;
import dev.slipway.workflow.Place;
import dev.slipway.workflow.Places;
import java.io.PrintWriter;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** What commands about a project have in common: which project, where its state is open, and for whom they work. */
abstract class ProjectCommand implements Callable<Integer> {
    static final int YES = 0;
    static final int NO = 1;

    private static final int LAST_PORT = 65_535;

    private static final String STATE = ".slipway";

    private final Surroundings world;

    @Spec
    private CommandSpec spec;

    @Option(
            names = "--project",
            paramLabel = "DIR",
            defaultValue = ".",
            description = "The project's folder, or its slipway.yaml (default: this folder).")
    private Path project;

    @Option(
            names = "--server",
            paramLabel = "URL",
            description = "Work on this server instead of here; SLIPWAY_TOKEN is shown to it.")
    private Optional<URI> server;

    @Option(names = "--who", paramLabel = "NAME", description = "Who wants it, for the record (default: the user).")
    private Optional<String> who;

    ProjectCommand(Surroundings world) {
        this.world = world;
    }

    final Surroundings world() {
        return world;
    }

    final PrintWriter out() {
        return spec.commandLine().getOut();
    }

    final PrintWriter err() {
        return spec.commandLine().getErr();
    }

    /** A path of the command line, where it really is. */
    final Path path(Path given) {
        return world.folder().resolve(given).normalize();
    }

    final Project project() {
        return Project.read(path(project), ParserOption.plugins(world));
    }

    final String who() {
        return who.orElse(world.user());
    }

    /** The state folder: SLIPWAY_HOME, or .slipway in the project, whose file need not be readable to roll back. */
    final Path state() {
        var named = path(project);
        var folder = Files.isDirectory(named)
                ? named
                : Optional.ofNullable(named.getParent()).orElse(Path.of(""));
        var state = world.variable(Surroundings.HOME).map(this::home).orElse(folder.resolve(STATE));
        if (world.variable(Surroundings.HOME).isEmpty() && !isProject(folder)) {
            project();
        }
        return state;
    }

    private static boolean isProject(Path folder) {
        return Files.exists(folder.resolve(Project.FILE)) || Files.exists(folder.resolve(STATE));
    }

    private Path home(String named) {
        return path(Path.of(named));
    }

    /** Where the state is open. */
    final Place place() {
        server.ifPresent(ProjectCommand::requireHttp);
        var state = server.isPresent() ? path(project) : state();
        return new Places(
                        state,
                        server,
                        world.variable(Surroundings.TOKEN),
                        world.witness(),
                        world.clock(),
                        ParserOption.plugins(world).steps())
                .open();
    }

    private static void requireHttp(URI server) {
        var scheme = Optional.ofNullable(server.getScheme()).orElse("");
        if (!scheme.matches("https?") || server.getHost() == null || server.getPort() > LAST_PORT) {
            throw SlipwayException.usage(
                    "SERVER-URL",
                    "'%s' is no address of a server".formatted(server),
                    "--server",
                    "write one such as http://127.0.0.1:8080");
        }
    }

    static Gates gates(Project project) {
        return new Gates(project.effort().metric(), project.gates());
    }

    final void json(Object answer) {
        out().print(Json.prettyNaming(answer));
        out().flush();
    }
}
