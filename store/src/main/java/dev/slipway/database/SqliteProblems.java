package dev.slipway.database;

import dev.slipway.problem.Problem;
import dev.slipway.problem.SlipwayException;
import dev.slipway.problem.SlipwayException.Kind;
import java.nio.file.Path;
import java.util.Optional;
import org.sqlite.SQLiteException;

/** What SQLite says, as a problem a person can mend. A broken constraint is a bug of ours and stays as it is. */
record SqliteProblems(Path file) {
    private static final int PRIMARY = 0xff;

    RuntimeException from(Throwable problem) {
        return cause(problem)
                .flatMap(sqlite -> translation(sqlite, problem))
                .<RuntimeException>map(found -> found)
                .orElseGet(() -> problem instanceof RuntimeException bug ? bug : new IllegalStateException(problem));
    }

    SlipwayException damaged(String finding) {
        return new SlipwayException(Kind.FAILED, damage(finding));
    }

    private Optional<SlipwayException> translation(SQLiteException sqlite, Throwable whole) {
        String said = String.valueOf(sqlite.getMessage());
        // The low byte is SQLite's primary code; the rest tells variants apart that people mend in the same way.
        return switch (sqlite.getResultCode().code & PRIMARY) {
            case 5, 6 ->
                Optional.of(new SlipwayException(
                        Kind.BUSY,
                        problem("DATABASE-BUSY", "another program is writing: " + said, "close it, then try again"),
                        whole));
            case 8 ->
                failed(
                        problem("DATABASE-READONLY", "cannot write: " + said, "make the file and its folder writable"),
                        whole);
            case 10, 14 ->
                failed(
                        problem(
                                "DATABASE-IO",
                                "cannot read or write: " + said,
                                "check the disk and the file's permissions"),
                        whole);
            case 11, 26 -> failed(damage(said), whole);
            case 13 ->
                failed(problem("DATABASE-FULL", "the disk is full: " + said, "free space, then try again"), whole);
            default -> Optional.empty();
        };
    }

    private Problem damage(String finding) {
        return problem(
                "DATABASE-DAMAGED",
                "the database is damaged: " + finding,
                "put a backup of the whole state folder in its place; without one, keep the damaged folder under another"
                        + " name (mv %s %<s.damaged) and start anew".formatted(file.getParent()));
    }

    private Problem problem(String code, String what, String fix) {
        return new Problem(code, what, file.toString(), fix);
    }

    private static Optional<SlipwayException> failed(Problem problem, Throwable cause) {
        return Optional.of(new SlipwayException(Kind.FAILED, problem, cause));
    }

    private static Optional<SQLiteException> cause(Throwable problem) {
        for (Throwable at = problem; at != null; at = at.getCause()) {
            if (at instanceof SQLiteException sqlite) {
                return Optional.of(sqlite);
            }
        }
        return Optional.empty();
    }
}
