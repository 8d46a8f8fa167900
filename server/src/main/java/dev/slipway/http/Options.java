package dev.slipway.http;

import java.util.Optional;

/**
 * Where a server listens and whom it trusts.
 *
 * @param host a name or an address of this machine; anything but loopback needs a token
 * @param port 0 for any free one
 * @param token what a person's programs show; empty asks none of them
 */
public record Options(String host, int port, Optional<String> token, Limits limits) {
    public static final String LOOPBACK = "127.0.0.1";

    /** For programs on this machine only. */
    public static Options local(int port) {
        return new Options(LOOPBACK, port, Optional.empty(), Limits.DEFAULT);
    }

    public Options withToken(String secret) {
        return new Options(host, port, Optional.of(secret), limits);
    }

    public Options withLimits(Limits others) {
        return new Options(host, port, token, others);
    }

    /** Without the token: this may end up in logs. */
    @Override
    public String toString() {
        return "%s:%d%s".formatted(host, port, token.isPresent() ? " with a token" : "");
    }
}
