package dev.slipway.http;

import dev.slipway.problem.Problem;
import dev.slipway.problem.SlipwayException;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import org.eclipse.jetty.http.UriCompliance;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.NetworkConnectionLimit;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.server.handler.GracefulHandler;
import org.eclipse.jetty.util.thread.QueuedThreadPool;

/** A table of routes, listening. Closing it lets what was begun finish. */
public final class HttpServer implements AutoCloseable {
    private static final int LAST_PORT = 65_535;
    private static final int CORES = Runtime.getRuntime().availableProcessors();

    private final Server jetty;
    private final ServerConnector connector;
    private final ThreadPoolExecutor workers;
    private final String host;

    private HttpServer(Server jetty, ServerConnector connector, ThreadPoolExecutor workers, String host) {
        this.jetty = jetty;
        this.connector = connector;
        this.workers = workers;
        this.host = host;
    }

    /**
     * Listens from now on.
     *
     * @param own a token of the server itself, beside the one in the options
     * @param log takes one line for each thing that is our fault
     */
    public static HttpServer start(Options options, String own, List<Route> routes, Consumer<String> log) {
        var address = address(options);
        var tokens = new ArrayList<>(List.of(own));
        options.token().ifPresent(tokens::add);
        var limits = options.limits();
        var workers = workers(limits);
        var front = new Front(
                new Routes(routes),
                new Guard(address.isLoopbackAddress(), new Tokens(tokens)),
                limits,
                workers,
                new Failures(log));
        var jetty = jetty(front, limits);
        var connector = connector(jetty, limits);
        connector.setHost(address.getHostAddress());
        connector.setPort(options.port());
        var server = new HttpServer(jetty, connector, workers, address.getHostAddress());
        try {
            jetty.start();
            return server;
        } catch (Exception failure) {
            server.close();
            throw taken(options, failure);
        }
    }

    /** Where it listens, with the port it found where any was free. */
    public URI address() {
        var name = host.contains(":") ? "[" + host + "]" : host;
        return URI.create("http://%s:%d".formatted(name, connector.getLocalPort()));
    }

    /** Takes no more requests, waits for those that were begun, then ends. */
    @Override
    public void close() {
        try {
            jetty.stop();
        } catch (Exception failure) {
            throw new SlipwayException(
                    SlipwayException.Kind.FAILED,
                    new Problem(
                            "SERVER-STOP",
                            "not every request could be finished: " + failure,
                            host,
                            "ask again for what was not answered"),
                    failure);
        } finally {
            workers.shutdownNow();
        }
    }

    private static InetAddress address(Options options) {
        if (options.port() < 0 || options.port() > LAST_PORT) {
            throw SlipwayException.usage(
                    "SERVER-PORT",
                    "there is no port %d".formatted(options.port()),
                    "--port",
                    "use a number from 1 to %d, or 0 for any that is free".formatted(LAST_PORT));
        }
        if (!options.token().stream().flatMapToInt(String::chars).allMatch(each -> each > ' ' && each <= '~')) {
            throw SlipwayException.usage(
                    "SERVER-TOKEN",
                    "a token with blanks or letters outside of ASCII cannot be shown by anybody",
                    "SLIPWAY_TOKEN",
                    "set it to visible ASCII characters only");
        }
        InetAddress address;
        try {
            address = InetAddress.getByName(options.host());
        } catch (UnknownHostException unknown) {
            throw SlipwayException.usage(
                    "SERVER-HOST",
                    "'%s' is no address of this machine".formatted(options.host()),
                    "--host",
                    "use " + Options.LOOPBACK + " for this machine alone, 0.0.0.0 for every network it is in");
        }
        if (!address.isLoopbackAddress() && options.token().isEmpty()) {
            throw SlipwayException.usage(
                    "SERVER-NO-TOKEN",
                    "everybody in the network of %s could use this server".formatted(options.host()),
                    "--host",
                    "set SLIPWAY_TOKEN to a secret, or listen on " + Options.LOOPBACK);
        }
        return address;
    }

    private static ThreadPoolExecutor workers(Limits limits) {
        var number = new AtomicLong();
        int threads = Math.min(Math.max(4, 2 * CORES), limits.working());
        // A queue of no places would refuse what an idle worker could take.
        int waiting = Math.max(1, limits.working() - threads);
        return new ThreadPoolExecutor(
                threads, threads, 0, TimeUnit.SECONDS, new LinkedBlockingQueue<>(waiting), work -> {
                    var thread = new Thread(work, "slipway-worker-" + number.incrementAndGet());
                    thread.setDaemon(true);
                    return thread;
                });
    }

    private static Server jetty(Front front, Limits limits) {
        var threads = new QueuedThreadPool(Math.max(16, 4 * CORES), 4);
        threads.setName("slipway-http");
        var jetty = new Server(threads);
        jetty.setHandler(new GracefulHandler(front));
        jetty.setErrorHandler(new Malformed());
        jetty.setStopTimeout(limits.farewell().toMillis());
        jetty.addBean(new NetworkConnectionLimit(limits.connections(), jetty));
        return jetty;
    }

    private static ServerConnector connector(Server jetty, Limits limits) {
        var http = new HttpConfiguration();
        http.setSendServerVersion(false);
        http.setSendXPoweredBy(false);
        http.setRequestHeaderSize(limits.header());
        http.setUriCompliance(UriCompliance.RFC3986);
        http.setRelativeRedirectAllowed(false);
        var connector = new ServerConnector(jetty, 1, CORES, new HttpConnectionFactory(http));
        connector.setIdleTimeout(limits.idle().toMillis());
        connector.setAcceptQueueSize(1_024);
        jetty.addConnector(connector);
        return connector;
    }

    private static SlipwayException taken(Options options, Exception failure) {
        return new SlipwayException(
                SlipwayException.Kind.FAILED,
                new Problem(
                        "SERVER-PORT",
                        "cannot listen on port %d of %s: %s".formatted(options.port(), options.host(), reason(failure)),
                        "--port",
                        "use another --port, or 0 for any that is free"),
                failure);
    }

    private static String reason(Throwable failure) {
        var deepest = failure;
        for (var cause = failure.getCause(); cause != null; cause = cause.getCause()) {
            deepest = cause;
        }
        return String.valueOf(deepest.getMessage());
    }
}
