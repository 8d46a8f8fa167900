package dev.slipway.http;

import dev.slipway.problem.Problem;
import dev.slipway.problem.SlipwayException;
import java.nio.ByteBuffer;
import java.util.List;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.handler.ErrorHandler;
import org.eclipse.jetty.util.Callback;

/** What Jetty refuses by itself, because it is no HTTP or the server is closing: in the form of every other refusal. */
final class Malformed extends ErrorHandler {
    @Override
    public boolean handle(Request request, Response response, Callback callback) {
        var answer = answer(response.getStatus());
        response.getHeaders().put(HttpHeader.CONTENT_TYPE, dev.slipway.http.Response.JSON);
        response.getHeaders().put("X-Content-Type-Options", "nosniff");
        response.write(true, ByteBuffer.wrap(answer), callback);
        return true;
    }

    /** Without Jetty's own words: they can quote what was sent. */
    private static byte[] answer(int status) {
        var kind = status == 503
                ? SlipwayException.Kind.BUSY
                : status >= 500 ? SlipwayException.Kind.FAILED : SlipwayException.Kind.USAGE;
        var problem = new Problem(
                "HTTP-" + status,
                status == 400
                        ? "the request is not well-formed HTTP, or its URL could mean two things"
                        : "the request cannot be answered: " + HttpStatus.getMessage(status),
                "the request line or its headers",
                status == 503 ? "try again in a moment" : "send plain HTTP/1.1");
        return dev.slipway.http.Response.refusal(status, kind, List.of(problem)).bytes();
    }
}
