package dev.slipway.workflow;

import dev.slipway.problem.Problem;
import dev.slipway.problem.SlipwayException;
import java.util.List;

/** What both ends of the wire between a command and a server must know. */
public final class Wire {
    /** In front of every operation's name, and of {@code artifacts/}. */
    public static final String ROOT = "/api/1/";

    /** The body of every answer that is a refusal. */
    public record Refusal(SlipwayException.Kind kind, List<Problem> problems) {
        public static Refusal of(SlipwayException refusal) {
            return new Refusal(refusal.kind(), refusal.problems());
        }
    }

    private Wire() {}
}
