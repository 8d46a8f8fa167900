package dev.slipway.http;

/** Ends the reading of a request: it gets this answer. Carries no stack trace, since strangers can cause as many as they like. */
final class Refused extends RuntimeException {
    private final transient Response answer;

    Refused(Response answer) {
        super("refused with status " + answer.status(), null, false, false);
        this.answer = answer;
    }

    Response answer() {
        return answer;
    }
}
