package dev.slipway.http;

import dev.slipway.document.Json;
import dev.slipway.problem.Problem;
import dev.slipway.problem.SlipwayException;
import dev.slipway.workflow.Wire;
import java.io.InputStream;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What a request is answered with. The server closes its stream. */
public final class Response {
    static final String JSON = "application/json";

    private final int status;
    private final String type;
    private final byte[] bytes;
    private final Optional<InputStream> stream;
    private final Map<String, String> headers;

    private Response(int status, String type, byte[] bytes, Optional<InputStream> stream, Map<String, String> headers) {
        this.status = status;
        this.type = type;
        this.bytes = bytes;
        this.stream = stream;
        this.headers = headers;
    }

    /** Takes the array over. */
    public static Response json(int status, byte[] json) {
        return new Response(status, JSON, json, Optional.empty(), Map.of());
    }

    /** A record as JSON; numbers that are not finite are named. */
    public static Response of(int status, Object answer) {
        return json(status, Json.namingBytes(answer));
    }

    /** Any bytes, as they come; for routes whose work is slow. */
    public static Response stream(InputStream content) {
        return new Response(200, "application/octet-stream", new byte[0], Optional.of(content), Map.of());
    }

    /** The one form of a refusal. */
    public static Response refusal(int status, SlipwayException.Kind kind, List<Problem> problems) {
        return of(status, new Wire.Refusal(kind, problems));
    }

    static Response refusal(int status, String code, String what, String where, String fix) {
        return refusal(status, SlipwayException.Kind.USAGE, List.of(new Problem(code, what, where, fix)));
    }

    Response with(String header, String value) {
        var more = new LinkedHashMap<>(headers);
        more.put(header, value);
        return new Response(status, type, bytes, stream, more);
    }

    /** The connection is of no more use: what is left of the request will not be read. */
    Response closing() {
        return with("Connection", "close");
    }

    int status() {
        return status;
    }

    String type() {
        return type;
    }

    byte[] bytes() {
        return bytes;
    }

    Optional<InputStream> stream() {
        return stream;
    }

    Map<String, String> headers() {
        return headers;
    }
}
