package dev.slipway.http;

/** Who may use a route. Every route says so; there is no default. */
public enum Access {
    /** Everybody who reaches the port. */
    OPEN,
    /** Who shows a token of this server: {@code Authorization: Bearer …}. */
    TOKEN
}
