package dev.slipway.document;

import dev.slipway.problem.Problem;
import dev.slipway.problem.SlipwayException;
import java.util.ArrayList;
import java.util.List;

/** The problems of one document, collected while it is read and thrown once. Not thread-safe: one reader at a time. */
public final class Problems {
    /** A hostile document cannot make a message longer than this many problems. */
    private static final int SHOWN = 50;

    private final String document;
    private final String format;
    private final List<Problem> found = new ArrayList<>();
    private int more;

    Problems(String document, String format) {
        this.document = document;
        this.format = format;
    }

    /** Keeps the problem for {@link #throwIfAny}; beyond the first fifty they are only counted. */
    public void add(Problem problem) {
        if (found.size() < SHOWN) {
            found.add(problem);
        } else {
            more++;
        }
    }

    public boolean isEmpty() {
        return found.isEmpty();
    }

    /** Throws everything found so far as wrong usage; does nothing when all is well. */
    public void throwIfAny() {
        if (!found.isEmpty()) {
            throw exception();
        }
    }

    SlipwayException exception() {
        List<Problem> thrown = new ArrayList<>(found);
        if (more > 0) {
            thrown.add(new Problem(
                    code("MORE-PROBLEMS"),
                    more + " further problems are not shown",
                    document,
                    "correct the problems above and try again"));
        }
        return new SlipwayException(SlipwayException.Kind.USAGE, thrown);
    }

    String document() {
        return document;
    }

    /** The code with the format in front: {@code YAML-UNKNOWN-KEY}, {@code JSON-UNKNOWN-KEY}. */
    String code(String what) {
        return format + "-" + what;
    }

    /** For what the parser itself refuses, where no key is known yet; line and column count from 1. */
    void addAt(String code, String what, int line, int column, String fix) {
        add(new Problem(code(code), what, "%s, line %d, column %d".formatted(document, line, column), fix));
    }
}
