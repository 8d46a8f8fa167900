package dev.slipway.http;

import java.io.IOException;

/** Answers the requests of a route. Called from many threads; what it throws becomes a refusal in one place. */
@FunctionalInterface
public interface Handler {
    Response answer(Request request) throws IOException;
}
