package dev.slipway.http;

import java.util.concurrent.TimeUnit;

/** How fast a body comes in. Silence is ended by the idle timeout; this ends the trickle. For one thread at a time. */
final class Pace {
    private static final long FREE_PIECES = 65_536;
    private static final long BYTES_A_PIECE = 1_024;

    private final Limits limits;
    private final long started = System.nanoTime();
    private long bytes;
    private long pieces;

    Pace(Limits limits) {
        this.limits = limits;
    }

    /** Counts a piece of the body; refuses one that is too much, too slow or too finely cut. */
    void take(int piece, long limit) {
        bytes += piece;
        pieces++;
        if (bytes > limit) {
            throw Guard.tooLarge(limit);
        }
        if (pieces > FREE_PIECES + bytes / BYTES_A_PIECE) {
            throw refused(
                    400, "HTTP-BODY-CRUMBS", "the body comes in %d pieces".formatted(pieces), "send larger pieces");
        }
        long seconds = TimeUnit.NANOSECONDS.toSeconds(
                System.nanoTime() - started - limits.patience().toNanos());
        if (seconds > 0 && bytes / seconds < limits.pace()) {
            throw tooSlow();
        }
    }

    static Refused tooSlow() {
        return refused(408, "HTTP-BODY-SLOW", "the body comes too slowly", "send it faster");
    }

    static Refused cutOff() {
        return refused(400, "HTTP-BODY-CUT", "the body ended before it was whole", "send it again");
    }

    static Refused refused(int status, String code, String what, String fix) {
        return new Refused(Response.refusal(status, code, what, "the body", fix).closing());
    }
}
