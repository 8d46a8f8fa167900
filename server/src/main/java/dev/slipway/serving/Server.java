package dev.slipway.serving;

import dev.slipway.http.Access;
import dev.slipway.http.HttpServer;
import dev.slipway.http.Intake;
import dev.slipway.http.Options;
import dev.slipway.http.Route;
import dev.slipway.http.Route.Work;
import dev.slipway.workflow.Workspace;
import java.net.URI;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.function.Consumer;

/** A Slipway server: it serves what a state folder has released, and does the folder's work for commands elsewhere. */
public final class Server implements AutoCloseable {
    private final HttpServer http;

    private Server(HttpServer http) {
        this.http = http;
    }

    /**
     * Loads what was released, then listens, then tells commands where. The workspace stays the caller's to close, after the
     * server.
     *
     * @param clock dates the lines of the log
     * @param log takes one line for each thing that went wrong here
     */
    public static Server start(Workspace workspace, Options options, InstantSource clock, Consumer<String> log) {
        Consumer<String> dated = line -> log.accept(clock.instant() + " " + line);
        workspace.deployments().resume();
        workspace
                .deployments()
                .broken()
                .forEach((name, problem) -> problem.problems()
                        .forEach(each -> dated.accept(
                                "deployment %s cannot serve: %s: %s".formatted(name, each.code(), each.what()))));
        var own = freshToken();
        var http = HttpServer.start(options, own, routes(workspace, options), dated);
        try {
            workspace.folder().announce(http.address(), own);
        } catch (RuntimeException problem) {
            http.close();
            throw problem;
        }
        return new Server(http);
    }

    /** Everything a server answers, each route with its access. */
    static List<Route> routes(Workspace workspace, Options options) {
        var deployed = new Deployed(workspace.deployments());
        var asking = options.token().isPresent() ? Access.TOKEN : Access.OPEN;
        var routes = new ArrayList<>(List.of(
                Route.get("/health/live", Access.OPEN, Work.QUICK, deployed::live),
                Route.get("/health/ready", Access.OPEN, Work.QUICK, deployed::ready),
                Route.post(
                        "/deployments/{name}/predict",
                        asking,
                        Work.QUICK,
                        Intake.json(options.limits().body()),
                        new Predict(deployed)),
                Route.get("/deployments", asking, Work.QUICK, deployed::list),
                Route.get("/deployments/{name}", asking, Work.QUICK, deployed::describe)));
        routes.addAll(new Commands(workspace).routes());
        return List.copyOf(routes);
    }

    private static String freshToken() {
        var bytes = new byte[32];
        new SecureRandom().nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    public URI address() {
        return http.address();
    }

    /** Takes no more requests, lets those that were begun finish within the limit, then ends. */
    @Override
    public void close() {
        http.close();
    }
}
