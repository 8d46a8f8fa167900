package dev.slipway.http;

import java.net.InetSocketAddress;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicLong;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/** Where Jetty hands requests over. Its threads are not made to wait: what takes time goes to a worker. */
final class Front extends org.eclipse.jetty.server.Handler.Abstract.NonBlocking {
    private final Routes routes;
    private final Guard guard;
    private final Limits limits;
    private final Executor workers;
    private final Failures failures;
    private final AtomicLong buffered = new AtomicLong();

    Front(Routes routes, Guard guard, Limits limits, Executor workers, Failures failures) {
        this.routes = routes;
        this.guard = guard;
        this.limits = limits;
        this.workers = workers;
        this.failures = failures;
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) {
        new Exchange(this, request, response, callback).begin();
        return true;
    }

    /** The route of a request that may come in. */
    Routes.Match admit(Request request) {
        var headers = request.getHeaders();
        guard.requireOurs(headers, port(request));
        var match = routes.find(
                request.getMethod(), String.valueOf(request.getHttpURI().getPath()));
        guard.requireToken(match.route(), headers);
        guard.requireReadable(match.route(), headers);
        return match;
    }

    private static int port(Request request) {
        return request.getConnectionMetaData().getLocalSocketAddress() instanceof InetSocketAddress local
                ? local.getPort()
                : 0;
    }

    Limits limits() {
        return limits;
    }

    Executor workers() {
        return workers;
    }

    Failures failures() {
        return failures;
    }

    /** The bytes of all bodies that are in memory. */
    AtomicLong buffered() {
        return buffered;
    }
}
