package dev.slipway.evidence;

import dev.slipway.document.Json;
import dev.slipway.problem.SlipwayException;

/**
 * Something that was executed, before it is on record.
 *
 * @param kind what was done: {@code check}, {@code train}, {@code gate}, {@code release}, {@code rollback}, {@code drill}
 * @param subject what it was done to, such as {@code run:4f…} or {@code deployment:ferry}
 * @param outcome how it ended, in a word
 * @param detail everything a later reader may ask for, as canonical JSON
 * @param who the person or token that had it done
 */
public record Fact(String kind, String subject, String outcome, String detail, String who) {
    public Fact {
        requireText("kind", kind);
        requireText("subject", subject);
        requireText("outcome", outcome);
        requireText("who", who);
    }

    /** With the detail as a record or map that JSON can carry. */
    public static Fact of(String kind, String subject, String outcome, Object detail, String who) {
        return new Fact(kind, subject, outcome, Json.canonical(detail), who);
    }

    private static void requireText(String part, String text) {
        if (text.isBlank()) {
            throw SlipwayException.usage(
                    "EVIDENCE-BLANK",
                    "'%s' is blank".formatted(part),
                    "a piece of evidence",
                    "say what was done, to what, how it ended, and who did it");
        }
    }
}
