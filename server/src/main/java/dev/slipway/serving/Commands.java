package dev.slipway.serving;

import dev.slipway.document.Json;
import dev.slipway.http.Access;
import dev.slipway.http.Handler;
import dev.slipway.http.Intake;
import dev.slipway.http.Request;
import dev.slipway.http.Response;
import dev.slipway.http.Route;
import dev.slipway.http.Route.Work;
import dev.slipway.workflow.Operation;
import dev.slipway.workflow.Operations;
import dev.slipway.workflow.Wire;
import dev.slipway.workflow.Workspace;
import java.util.ArrayList;
import java.util.List;

/** The state folder's work, done for commands that run elsewhere because this server holds the folder. */
record Commands(Workspace workspace) {
    private static final String ARTIFACT = Wire.ROOT + "artifacts/{sha256}";
    private static final long LARGEST_QUESTION = 16L << 20;
    private static final long LARGEST_ARTIFACT = 1L << 30;

    /** That an artifact is kept now. */
    record Kept(String sha256) {}

    List<Route> routes() {
        var routes = new ArrayList<Route>();
        Operations.ALL.forEach(operation -> routes.add(Route.post(
                Wire.ROOT + operation.name(),
                Access.TOKEN,
                Work.SLOW,
                Intake.json(LARGEST_QUESTION),
                handler(operation))));
        routes.add(Route.put(ARTIFACT, Access.TOKEN, Work.SLOW, Intake.stream(LARGEST_ARTIFACT), this::keep));
        routes.add(Route.get(ARTIFACT, Access.TOKEN, Work.SLOW, this::hand));
        return routes;
    }

    private <Q, A> Handler handler(Operation<Q, A> operation) {
        return request -> {
            var question = Json.readNaming("request", request.body(), operation.question());
            return Response.of(200, operation.work().apply(workspace, question));
        };
    }

    private Response keep(Request request) {
        var sha256 = request.parameter("sha256");
        workspace.store().artifacts().put(sha256, request.stream());
        return Response.of(200, new Kept(sha256));
    }

    private Response hand(Request request) {
        return Response.stream(workspace.store().artifacts().open(request.parameter("sha256")));
    }
}
