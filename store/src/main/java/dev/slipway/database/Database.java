package dev.slipway.database;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.concurrent.locks.ReentrantLock;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.HandleCallback;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.JdbiException;

/**
 * The database of a state folder. Thread-safe: one connection, one user at a time. What a transaction wrote has reached
 * the disk when it returns.
 */
public final class Database implements AutoCloseable {
    /*
     * One connection: SQLite has one writer anyway, a commit takes a quarter of a millisecond, and a reader in its own
     * connection would see the store between two steps of a transaction that another thread believes to be one.
     */
    private final ReentrantLock turn = new ReentrantLock();
    private final SqliteProblems problems;
    private final Witness witness;
    private final Connection connection;
    private final Handle handle;
    private final Set<Step> beforeCommit = new LinkedHashSet<>();
    private final Set<Step> afterCommit = new LinkedHashSet<>();
    private boolean writing;
    private boolean broken;

    private Database(Connection connection, SqliteProblems problems, Witness witness) {
        this.connection = connection;
        this.handle = Jdbi.create(connection).open();
        this.problems = problems;
        this.witness = witness;
    }

    /**
     * Opens the database of a folder; creates it in a new folder, migrates an older one, refuses a newer, damaged or lost
     * one.
     */
    public static Database open(StateFolder folder, Witness witness) {
        return new Database(new DatabaseFile(folder).connection(), new SqliteProblems(folder.database()), witness);
    }

    /** Answers a question; what it reads belongs together. */
    public <R> R read(HandleCallback<R, RuntimeException> question) {
        turn.lock();
        try {
            return question.withHandle(handle);
        } catch (JdbiException problem) {
            throw problems.from(problem);
        } finally {
            turn.unlock();
        }
    }

    /**
     * Writes all or nothing. A transaction inside another one of the same thread is part of it: committed with it, and if
     * it fails, so does the outer one, even where its exception was caught.
     */
    public <R> R inTransaction(HandleCallback<R, RuntimeException> work) {
        turn.lock();
        try {
            return writing ? join(work) : begin(work);
        } catch (JdbiException problem) {
            throw problems.from(problem);
        } finally {
            turn.unlock();
        }
    }

    /** {@link #inTransaction(HandleCallback)} that reaches a step just after the outermost commit. */
    public <R> R inTransaction(Step after, HandleCallback<R, RuntimeException> work) {
        return inTransaction(within -> {
            R result = work.withHandle(within);
            afterCommit.add(after);
            return result;
        });
    }

    /** {@link #inTransaction(HandleCallback)} that reaches a step just before, and one just after, the outermost commit. */
    public <R> R inTransaction(Step before, Step after, HandleCallback<R, RuntimeException> work) {
        return inTransaction(within -> {
            R result = work.withHandle(within);
            beforeCommit.add(before);
            afterCommit.add(after);
            return result;
        });
    }

    private <R> R join(HandleCallback<R, RuntimeException> work) {
        boolean whole = false;
        try {
            R result = work.withHandle(handle);
            whole = true;
            return result;
        } finally {
            broken |= !whole;
        }
    }

    /*
     * The three words are said here, not through setAutoCommit: after a 'begin' that failed (busy, read-only), the driver
     * believes in a transaction that does not exist, and what came next would join it and never be committed.
     */
    private <R> R begin(HandleCallback<R, RuntimeException> work) {
        broken = false;
        beforeCommit.clear();
        afterCommit.clear();
        say("begin immediate");
        writing = true;
        boolean committed = false;
        R written;
        try {
            written = work.withHandle(handle);
            if (broken) {
                throw new IllegalStateException("a part of this transaction failed; nothing of it can be committed");
            }
            beforeCommit.forEach(witness::reached);
            say("commit");
            committed = true;
        } finally {
            writing = false;
            if (!committed) {
                rollback();
            }
        }
        afterCommit.forEach(witness::reached);
        return written;
    }

    private void say(String word) {
        try (var statement = connection.createStatement()) {
            statement.execute(word);
        } catch (SQLException problem) {
            throw problems.from(problem);
        }
    }

    private void rollback() {
        try (var statement = connection.createStatement()) {
            statement.execute("rollback");
        } catch (SQLException rolledBackAlready) {
            // SQLite does so itself when the disk is full; a transaction that is still open would fail the next
            // 'begin'.
            broken = true;
        }
    }

    @Override
    public void close() {
        turn.lock();
        try {
            handle.close();
            connection.close();
        } catch (SQLException problem) {
            throw problems.from(problem);
        } finally {
            turn.unlock();
        }
    }
}
