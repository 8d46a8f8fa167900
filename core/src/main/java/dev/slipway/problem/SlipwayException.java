package dev.slipway.problem;

import java.util.List;
import java.util.stream.Collectors;

/** Something a person can mend: every problem found, thrown once. A bug of ours is never one of these. */
public final class SlipwayException extends RuntimeException {
    /** Whose move it is; the program's exit code and the HTTP status follow from it. */
    public enum Kind {
        /** The data, a contract or a gate said no. */
        REFUSED(1),
        /** What was typed, sent or configured cannot be meant. */
        USAGE(2),
        /** What was named does not exist. */
        MISSING(3),
        /** More than a declared limit. */
        TOO_LARGE(3),
        /** Somebody else holds what is needed; trying again later can work. */
        BUSY(3),
        /** The machine, the disk or the network did not let us. */
        FAILED(3);

        private final int exitCode;

        Kind(int exitCode) {
            this.exitCode = exitCode;
        }

        /** 1 no, 2 wrong usage, 3 could not do it. */
        public int exitCode() {
            return exitCode;
        }
    }

    private final Kind kind;
    private final List<Problem> problems;

    public SlipwayException(Kind kind, List<Problem> problems) {
        super(problems.stream().map(Problem::toString).collect(Collectors.joining(System.lineSeparator())));
        if (problems.isEmpty()) {
            throw new IllegalArgumentException("an exception needs at least one problem");
        }
        this.kind = kind;
        this.problems = List.copyOf(problems);
    }

    public SlipwayException(Kind kind, Problem problem) {
        this(kind, List.of(problem));
    }

    /** Keeps the cause for the log; people see the problem. */
    public SlipwayException(Kind kind, Problem problem, Throwable cause) {
        this(kind, List.of(problem));
        initCause(cause);
    }

    public static SlipwayException refused(String code, String what, String where, String fix) {
        return new SlipwayException(Kind.REFUSED, new Problem(code, what, where, fix));
    }

    public static SlipwayException usage(String code, String what, String where, String fix) {
        return new SlipwayException(Kind.USAGE, new Problem(code, what, where, fix));
    }

    public static SlipwayException missing(String code, String what, String where, String fix) {
        return new SlipwayException(Kind.MISSING, new Problem(code, what, where, fix));
    }

    public static SlipwayException failed(String code, String what, String where, String fix) {
        return new SlipwayException(Kind.FAILED, new Problem(code, what, where, fix));
    }

    public Kind kind() {
        return kind;
    }

    public List<Problem> problems() {
        return problems;
    }
}
