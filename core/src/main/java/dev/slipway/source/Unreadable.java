package dev.slipway.source;

import dev.slipway.problem.Problem;
import java.io.Serializable;

/**
 * A record that could not be read at all, such as one with too few fields. It is counted and named, never dropped in
 * silence.
 *
 * @param line physical, from 1
 */
public record Unreadable(String source, long record, long line, String reason) implements Serializable {
    public Problem problem() {
        return new Problem(
                "SOURCE-UNREADABLE",
                reason,
                "%s, row %d (line %d)".formatted(source, record, line),
                "correct the record in the file");
    }
}
