package dev.slipway.http;

import dev.slipway.problem.Printable;
import dev.slipway.problem.Problem;
import dev.slipway.problem.SlipwayException;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;

/** The one place where what was thrown becomes an answer, and a line in the log where it is our fault. */
final class Failures {
    private static final int FRAMES = 40;

    private final Consumer<String> log;

    Failures(Consumer<String> log) {
        this.log = log;
    }

    Response answer(String request, Throwable thrown) {
        if (thrown instanceof Refused refused) {
            return refused.answer();
        }
        if (thrown instanceof SlipwayException problem) {
            if (problem.kind() == SlipwayException.Kind.FAILED) {
                problem.problems().forEach(each -> line("%s failed: %s".formatted(request, each)));
            }
            return answer(problem);
        }
        var id = UUID.randomUUID().toString();
        line("%s broke, id %s: %s".formatted(request, id, trace(thrown)));
        return Response.refusal(
                500,
                SlipwayException.Kind.FAILED,
                List.of(new Problem(
                        "SERVER-BUG",
                        "the server made a mistake",
                        "request " + id,
                        "report this id with the server's log")));
    }

    /** One line, whatever a stranger put into it. */
    void line(String text) {
        log.accept(Printable.of(text).replace("\n", "\\n"));
    }

    static Response answer(SlipwayException problem) {
        var answer = Response.refusal(status(problem.kind()), problem.kind(), problem.problems());
        return problem.kind() == SlipwayException.Kind.BUSY ? answer.with("Retry-After", "1") : answer;
    }

    private static int status(SlipwayException.Kind kind) {
        return switch (kind) {
            case REFUSED -> 422;
            case USAGE -> 400;
            case MISSING -> 404;
            case TOO_LARGE -> 413;
            case BUSY -> 503;
            case FAILED -> 500;
        };
    }

    /* Classes and places, and no messages: those like to quote what was sent, and that may be about a person. */
    private static String trace(Throwable thrown) {
        var text = new StringBuilder();
        for (var cause = thrown; cause != null; cause = cause.getCause()) {
            text.append(text.isEmpty() ? "" : " caused by ")
                    .append(cause.getClass().getName());
            var frames = cause.getStackTrace();
            for (int i = 0; i < Math.min(frames.length, FRAMES); i++) {
                text.append(" at ").append(frames[i]);
            }
        }
        return text.toString();
    }
}
