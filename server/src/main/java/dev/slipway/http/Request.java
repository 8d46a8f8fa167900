package dev.slipway.http;

import dev.slipway.problem.SlipwayException;
import java.io.InputStream;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** A request that was let in: its path fits the route, and its body keeps the limits. For one thread. */
public final class Request {
    private final Routes.Match match;
    private final String query;
    private final byte[] body;
    private final InputStream stream;

    private Request(Routes.Match match, String query, byte[] body, InputStream stream) {
        this.match = match;
        this.query = query;
        this.body = body;
        this.stream = stream;
    }

    static Request whole(Routes.Match match, String query, byte[] body) {
        return new Request(match, query, body, InputStream.nullInputStream());
    }

    static Request streamed(Routes.Match match, String query, InputStream stream) {
        return new Request(match, query, new byte[0], stream);
    }

    /** What stands in the path where the route says {@code {name}}, decoded once. */
    public String parameter(String name) {
        return match.parameter(name);
    }

    /** The first value of this name behind the question mark. */
    public Optional<String> query(String name) {
        for (var pair : query.split("&", -1)) {
            int equals = pair.indexOf('=');
            if (decoded(equals < 0 ? pair : pair.substring(0, equals)).equals(name)) {
                return Optional.of(equals < 0 ? "" : decoded(pair.substring(equals + 1)));
            }
        }
        return Optional.empty();
    }

    private static String decoded(String text) {
        try {
            return URLDecoder.decode(text, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException malformed) {
            throw SlipwayException.usage(
                    "HTTP-QUERY",
                    "'%s' is not percent-encoded".formatted(text),
                    "the URL's query",
                    "write % as %25, or leave it out");
        }
    }

    /** The body, where the route takes it whole; not a copy. */
    public byte[] body() {
        return body;
    }

    /** The body, where the route takes it piece by piece; reading waits for the network. */
    public InputStream stream() {
        return stream;
    }
}
