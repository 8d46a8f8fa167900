package dev.slipway.evidence;

import dev.slipway.problem.SlipwayException;
import tools.jackson.databind.JsonNode;

/**
 * Something that was executed, before it is on record.
 *
 * @param kind what was done: {@code check}, {@code train}, {@code gate}, {@code release}, {@code rollback}, {@code drill}
 * @param subject what it was done to, such as {@code run:4f…} or {@code deployment:ferry}
 * @param outcome how it ended, in a word
 * @param detail everything a later reader may ask for
 * @param who the person or token that had it done
 */
public record Fact(String kind, String subject, String outcome, JsonNode detail, String who) {
    public Fact {
        requireText("kind", kind);
        requireText("subject", subject);
        requireText("outcome", outcome);
        requireText("who", who);
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
