package dev.slipway.http;

import dev.slipway.problem.Problem;
import dev.slipway.problem.SlipwayException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.util.Objects;
import java.util.concurrent.RejectedExecutionException;
import org.eclipse.jetty.http.HttpField;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.PreEncodedHttpField;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.util.Callback;

/** One request on its way: let in, read, answered, each step on the thread that fits. */
final class Exchange {
    /** A larger body takes too long to look through to do so between two reads of the network. */
    private static final int SMALL = 16 << 10;

    private static final HttpField JSON = new PreEncodedHttpField(HttpHeader.CONTENT_TYPE, Response.JSON);
    private static final HttpField NO_SNIFFING = new PreEncodedHttpField("X-Content-Type-Options", "nosniff");
    private static final HttpField NO_STORE = new PreEncodedHttpField(HttpHeader.CACHE_CONTROL, "no-store");

    private final Front front;
    private final org.eclipse.jetty.server.Request request;
    private final org.eclipse.jetty.server.Response response;
    private final Callback callback;

    Exchange(
            Front front,
            org.eclipse.jetty.server.Request request,
            org.eclipse.jetty.server.Response response,
            Callback callback) {
        this.front = front;
        this.request = request;
        this.response = response;
        this.callback = callback;
    }

    void begin() {
        try {
            var match = front.admit(request);
            switch (match.route().intake().how()) {
                case NOTHING -> work(match, new byte[0]);
                case WHOLE -> readWhole(match);
                case STREAM -> dispatch(() -> answerStream(match));
            }
        } catch (RuntimeException | Error problem) {
            refuse(problem);
        }
    }

    private void readWhole(Routes.Match match) {
        new WholeBody(
                        request,
                        request.getHeaders().getLongField(HttpHeader.CONTENT_LENGTH),
                        front.limits(),
                        match.route().intake().limit(),
                        front.buffered(),
                        body -> work(match, body),
                        this::refuse)
                .run();
    }

    private void work(Routes.Match match, byte[] body) {
        if (match.route().work() == Route.Work.QUICK && body.length <= SMALL) {
            answer(match, body);
            return;
        }
        try {
            dispatch(() -> answer(match, body));
        } catch (SlipwayException busy) {
            front.buffered().addAndGet(-body.length);
            refuse(busy);
        }
    }

    private void dispatch(Runnable work) {
        try {
            front.workers().execute(work);
        } catch (RejectedExecutionException full) {
            throw new SlipwayException(
                    SlipwayException.Kind.BUSY,
                    new Problem(
                            "SERVER-BUSY",
                            "the server works on as many requests as it can",
                            "the server",
                            "try again in a second"),
                    full);
        }
    }

    private void answer(Routes.Match match, byte[] body) {
        Response answer;
        try {
            answer = handled(match, Request.whole(match, query(), body));
        } finally {
            front.buffered().addAndGet(-body.length);
        }
        send(answer);
    }

    private void answerStream(Routes.Match match) {
        var body = new PacedStream(
                Content.Source.asInputStream(request),
                new Pace(front.limits()),
                match.route().intake().limit());
        send(handled(match, Request.streamed(match, query(), body)));
    }

    private Response handled(Routes.Match match, Request asked) {
        try {
            return match.route().handler().answer(asked);
        } catch (Throwable thrown) {
            return front.failures().answer(described(), thrown);
        }
    }

    private void refuse(Throwable problem) {
        send(front.failures().answer(described(), problem));
    }

    /** For the log: no query, no header and no body, which can hold secrets or people's data. */
    private String described() {
        return request.getMethod() + " " + request.getHttpURI().getPath();
    }

    private String query() {
        return Objects.requireNonNullElse(request.getHttpURI().getQuery(), "");
    }

    private void send(Response answer) {
        response.setStatus(answer.status());
        var headers = response.getHeaders();
        if (answer.type().equals(Response.JSON)) {
            headers.put(JSON);
        } else {
            headers.put(HttpHeader.CONTENT_TYPE, answer.type());
        }
        headers.put(NO_SNIFFING);
        headers.put(NO_STORE);
        answer.headers().forEach(headers::put);
        if (answer.stream().isPresent()) {
            copy(answer.stream().get());
        } else {
            response.write(true, ByteBuffer.wrap(answer.bytes()), callback);
        }
    }

    private void copy(InputStream content) {
        try (content) {
            // Closed only after the last byte: a closed stream tells the other side that it has everything.
            var out = Content.Sink.asOutputStream(response);
            content.transferTo(out);
            out.close();
        } catch (IOException failure) {
            callback.failed(failure);
            return;
        }
        callback.succeeded();
    }
}
