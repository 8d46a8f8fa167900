package dev.slipway.cli;

import dev.slipway.database.StateFolder;
import dev.slipway.http.Limits;
import dev.slipway.http.Options;
import dev.slipway.serving.Server;
import dev.slipway.wiring.Surroundings;
import dev.slipway.workflow.Workspace;
import java.time.Duration;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code slipway serve}. */
@Command(
        name = "serve",
        description = "Serves what was released, and does the work of commands that find the state folder held.",
        footer = {
            "",
            "SLIPWAY_TOKEN, where it is set, has to be shown by callers; without it only this machine is served.",
            "",
            "Example:",
            "  slipway serve --port 8080"
        })
final class ServeCommand extends ProjectCommand {
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    @Option(
            names = "--host",
            paramLabel = "NAME",
            defaultValue = Options.LOOPBACK,
            description = "Where to listen (default: ${DEFAULT-VALUE}, this machine only).")
    private String host;

    @Option(
            names = "--port",
            paramLabel = "N",
            defaultValue = "8080",
            description = "0 for any free one (default: ${DEFAULT-VALUE}).")
    private int port;

    ServeCommand(Surroundings world) {
        super(world);
    }

    @Override
    public Integer call() {
        var stop = new Stop();
        var options = new Options(host, port, world().variable(Surroundings.TOKEN), Limits.DEFAULT);
        var folder = StateFolder.open(state(), PATIENCE, world().clock()).orBusy();
        try (var workspace = Workspace.open(
                        folder,
                        world().witness(),
                        world().clock(),
                        ParserOption.plugins(world()).steps());
                var server = Server.start(workspace, options, world().clock(), this::log)) {
            out().println("serving at " + server.address());
            out().flush();
            stop.await();
            return YES;
        } finally {
            stop.ended();
        }
    }

    private void log(String line) {
        err().println(line);
        err().flush();
    }
}
