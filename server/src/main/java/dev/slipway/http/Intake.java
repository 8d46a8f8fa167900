package dev.slipway.http;

/**
 * What a route takes as the body of a request.
 *
 * @param how as a whole, piece by piece, or not at all
 * @param type the content type that must be declared
 * @param limit the most bytes
 */
public record Intake(How how, String type, long limit) {
    /** No body is read. */
    public static final Intake NOTHING = new Intake(How.NOTHING, "", 0);

    /** In what form the handler gets the body. */
    public enum How {
        NOTHING,
        WHOLE,
        STREAM
    }

    /** JSON, in memory as a whole. */
    public static Intake json(long limit) {
        return new Intake(How.WHOLE, "application/json", limit);
    }

    /** Bytes that are never in memory as a whole. */
    public static Intake stream(long limit) {
        return new Intake(How.STREAM, "application/octet-stream", limit);
    }
}
