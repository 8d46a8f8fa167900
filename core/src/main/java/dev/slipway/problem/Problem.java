package dev.slipway.problem;

import java.io.Serializable;

/**
 * One thing that went wrong: a stable code, what happened (with the offending value), where, and what to do about it.
 *
 * @param code stable, upper case, such as {@code CONTRACT-RANGE}; people search for it
 * @param what what happened, with the value that was found
 * @param where file, row (from 1) and column, or the key, URL or option
 * @param fix an imperative: what to do, best a command
 */
public record Problem(String code, String what, String where, String fix) implements Serializable {
    public Problem {
        refuseBlank("code", code);
        refuseBlank("what", what);
        refuseBlank("where", where);
        refuseBlank("fix", fix);
    }

    private static void refuseBlank(String part, String text) {
        if (text.isBlank()) {
            throw new IllegalArgumentException("a problem needs its '" + part + "'");
        }
    }

    /** Three lines for people; control characters of the offending value are shown, never replayed. */
    @Override
    public String toString() {
        return "%s: %s%n  where: %s%n  fix:   %s"
                .formatted(code, Printable.of(what), Printable.of(where), Printable.of(fix));
    }
}
