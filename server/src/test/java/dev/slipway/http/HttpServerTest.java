package dev.slipway.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class HttpServerTest {
    private static final byte[] YES = "true".getBytes(StandardCharsets.UTF_8);
    private static final Limits QUICK =
            Limits.DEFAULT.withTimes(Duration.ofMillis(300), Duration.ofMillis(100), Duration.ofSeconds(20));

    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final Queue<String> log = new ConcurrentLinkedQueue<>();

    private HttpServer serve(Limits limits, Route... routes) {
        return HttpServer.start(Options.local(0).withLimits(limits), "own", List.of(routes), log::add);
    }

    private static Route slow(Handler handler) {
        return Route.post("/work", Access.OPEN, Route.Work.SLOW, Intake.json(1_000_000), handler);
    }

    private CompletableFuture<HttpResponse<String>> work(HttpServer server, String body) {
        return client.sendAsync(
                HttpRequest.newBuilder(server.address().resolve("/work"))
                        .header("Content-Type", "application/json")
                        .POST(HttpRequest.BodyPublishers.ofString(body))
                        .build(),
                BodyHandlers.ofString());
    }

    @Test
    void a_mistake_of_ours_is_500_with_an_id_and_the_log_has_the_trace_in_one_line_and_no_data()
            throws ExecutionException, InterruptedException {
        try (var server = serve(Limits.DEFAULT, slow(request -> {
            throw new IllegalStateException("secret of\r\n" + request.body().length);
        }))) {
            var answer = work(server, "{}").get();

            assertThat(answer.statusCode()).isEqualTo(500);
            assertThat(answer.body()).contains("SERVER-BUG").doesNotContain("secret", "IllegalState", "HttpServerTest");
            var id = answer.body().replaceAll(".*request ([0-9a-f-]{36}).*", "$1");
            assertThat(log)
                    .singleElement()
                    .asString()
                    .startsWith("POST /work broke, id " + id + ": java.lang.IllegalStateException at ")
                    .contains("HttpServerTest")
                    .doesNotContain("secret", "\n");
        }
    }

    @Test
    void even_an_error_of_the_machine_is_answered() throws ExecutionException, InterruptedException {
        try (var server = serve(Limits.DEFAULT, slow(request -> {
            throw new StackOverflowError();
        }))) {
            assertThat(work(server, "{}").get().statusCode()).isEqualTo(500);
        }
    }

    @Test
    void more_work_than_the_server_takes_is_503_at_once_and_the_rest_is_answered()
            throws ExecutionException, InterruptedException {
        var hold = new CountDownLatch(1);
        try (var server = serve(Limits.DEFAULT.withWorking(1), slow(request -> {
            await(hold);
            return Response.json(200, YES);
        }))) {
            var all = new ArrayList<CompletableFuture<HttpResponse<String>>>();
            for (int i = 0; i < 5; i++) {
                all.add(work(server, "{}"));
            }
            // One is worked on and one waits; the other three cannot depend on them.
            while (all.stream().filter(CompletableFuture::isDone).count() < 3) {
                Thread.onSpinWait();
            }
            hold.countDown();

            var statuses = new ArrayList<Integer>();
            for (var each : all) {
                var answer = each.get();
                statuses.add(answer.statusCode());
                assertThat(answer.headers().firstValue("Retry-After").isPresent())
                        .isEqualTo(answer.statusCode() == 503);
            }
            assertThat(statuses).containsExactlyInAnyOrder(200, 200, 503, 503, 503);
        }
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException stopped) {
            throw new IllegalStateException(stopped);
        }
    }

    @Test
    void bodies_do_not_fill_the_memory() throws ExecutionException, InterruptedException {
        try (var server = serve(Limits.DEFAULT.withBuffered(1_000), slow(request -> Response.json(200, YES)))) {
            assertThat(work(server, " ".repeat(1_001)).get().statusCode()).isEqualTo(503);
            for (int i = 0; i < 5; i++) {
                assertThat(work(server, " ".repeat(900)).get().statusCode()).isEqualTo(200);
            }
        }
    }

    @Test
    void a_body_that_stops_coming_is_cut_off() throws IOException {
        try (var server = serve(QUICK, slow(request -> Response.json(200, YES)))) {
            assertThat(trickle(server, 0)).startsWith("HTTP/1.1 408 ");
        }
    }

    @Test
    void a_body_that_trickles_is_cut_off_although_it_is_never_silent() throws IOException {
        try (var server = serve(QUICK, slow(request -> Response.json(200, YES)))) {
            assertThat(trickle(server, 1_000)).startsWith("HTTP/1.1 408 ");
        }
    }

    @Test
    void a_stream_that_trickles_is_cut_off_too() throws IOException {
        var route = Route.post(
                "/work",
                Access.OPEN,
                Route.Work.SLOW,
                new Intake(Intake.How.STREAM, "application/json", 1_000_000),
                request -> Response.json(
                        200, Long.toString(request.stream().skip(1_000_000)).getBytes(StandardCharsets.UTF_8)));
        try (var server = serve(QUICK, route)) {
            assertThat(trickle(server, 1_000)).startsWith("HTTP/1.1 408 ");
        }
    }

    /** Sends a byte of a large body now and then; what the server says to that. */
    private static String trickle(HttpServer server, int bytes) throws IOException {
        URI address = server.address();
        try (var socket = new Socket(address.getHost(), address.getPort())) {
            var out = socket.getOutputStream();
            out.write(
                    "POST /work HTTP/1.1\r\nHost: %s\r\nContent-Type: application/json\r\nContent-Length: 9999\r\n\r\n{"
                            .formatted(address.getAuthority())
                            .getBytes(StandardCharsets.US_ASCII));
            socket.setSoTimeout(50);
            for (int sent = 0; sent < bytes; sent++) {
                try {
                    int first = socket.getInputStream().read();
                    return (char) first + rest(socket);
                } catch (SocketTimeoutException silent) {
                    out.write(' ');
                }
            }
            return rest(socket);
        }
    }

    private static String rest(Socket socket) throws IOException {
        socket.setSoTimeout(20_000);
        return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }

    @Test
    void an_answer_may_take_longer_than_a_connection_may_be_silent() throws ExecutionException, InterruptedException {
        var never = new CountDownLatch(1);
        try (var server = serve(QUICK, slow(request -> {
            try {
                return Response.of(200, never.await(1, TimeUnit.SECONDS));
            } catch (InterruptedException stopped) {
                throw new IllegalStateException(stopped);
            }
        }))) {
            assertThat(work(server, "{}").get().body()).isEqualTo("false");
        }
    }

    @Test
    void closing_lets_what_was_begun_finish_and_takes_nothing_new() throws ExecutionException, InterruptedException {
        var begun = new CountDownLatch(1);
        var hold = new CountDownLatch(1);
        var server = serve(Limits.DEFAULT, slow(request -> {
            begun.countDown();
            await(hold);
            return Response.json(200, YES);
        }));
        var answer = work(server, "{}");
        begun.await();
        var address = server.address();

        var closing = CompletableFuture.runAsync(server::close);
        while (accepts(address)) {
            Thread.onSpinWait();
        }
        assertThat(closing).isNotDone();
        hold.countDown();

        assertThat(answer.get().body()).isEqualTo("true");
        closing.get();
    }

    private static boolean accepts(URI address) {
        try (var socket = new Socket(address.getHost(), address.getPort())) {
            return socket.isConnected();
        } catch (IOException refused) {
            return false;
        }
    }

    @Test
    void two_routes_cannot_answer_the_same_request() {
        var one = Route.get("/a/{x}", Access.OPEN, Route.Work.QUICK, request -> Response.json(200, YES));
        var other = Route.get("/a/{y}", Access.TOKEN, Route.Work.QUICK, request -> Response.json(200, YES));

        assertThatThrownBy(() -> serve(Limits.DEFAULT, one, other).close())
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("two routes answer GET /a/{y}");
    }

    @Test
    void parameters_and_queries_are_decoded_once() throws IOException, InterruptedException {
        var route = Route.get(
                "/a/{x}",
                Access.OPEN,
                Route.Work.QUICK,
                request -> Response.of(
                        200,
                        List.of(
                                request.parameter("x"),
                                request.query("q").orElse("-"),
                                request.query("none").orElse("-"))));
        try (var server = serve(Limits.DEFAULT, route)) {
            var answer = client.send(
                    HttpRequest.newBuilder(server.address().resolve("/a/caf%C3%A9%20x?p=1&q=a%2Bb+c"))
                            .build(),
                    BodyHandlers.ofString());

            assertThat(answer.body()).isEqualTo("[\"café x\",\"a+b c\",\"-\"]");
        }
    }
}
