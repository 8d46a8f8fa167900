package dev.slipway.evidence;

import dev.slipway.document.Sha256;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;

/**
 * A dated record that something was executed and how it ended, chained to the one before it.
 *
 * @param sequence from 1, without gaps
 * @param detail JSON in one line, keys in order
 * @param previousHash the hash of the record before; 64 zeros before the first
 * @param hash SHA-256 over all the rest
 */
public record Evidence(
        long sequence,
        String kind,
        String subject,
        String outcome,
        String detail,
        String who,
        Instant at,
        String previousHash,
        String hash) {
    static final String BEFORE_THE_FIRST = "0".repeat(64);

    static Evidence of(Fact fact, long sequence, Instant at, String previousHash) {
        var open = new Evidence(
                sequence, fact.kind(), fact.subject(), fact.outcome(), fact.detail(), fact.who(), at, previousHash, "");
        return new Evidence(
                sequence,
                open.kind,
                open.subject,
                open.outcome,
                open.detail,
                open.who,
                at,
                previousHash,
                open.trueHash());
    }

    /*
     * Each part as its length in bytes, a colon, its UTF-8 bytes and a comma (netstrings): no two records have the same
     * text, no JSON library decides about it, and an auditor can repeat it in five lines of any language.
     */
    String trueHash() {
        var text = new StringBuilder();
        for (String part : List.of(
                "slipway evidence 1",
                Long.toString(sequence),
                kind,
                subject,
                outcome,
                detail,
                who,
                at.toString(),
                previousHash)) {
            text.append(part.getBytes(StandardCharsets.UTF_8).length)
                    .append(':')
                    .append(part)
                    .append(',');
        }
        return Sha256.of(text.toString().getBytes(StandardCharsets.UTF_8));
    }
}
