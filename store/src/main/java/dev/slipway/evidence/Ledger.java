package dev.slipway.evidence;

import dev.slipway.database.Database;
import dev.slipway.database.Step;
import dev.slipway.problem.Problem;
import java.sql.SQLException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.mapper.RowMapper;

/** All evidence, in the order in which it was given. It only grows. */
public final class Ledger {
    private static final RowMapper<Evidence> EVIDENCE = (row, context) -> new Evidence(
            row.getLong("sequence"),
            row.getString("kind"),
            row.getString("subject"),
            row.getString("outcome"),
            row.getString("detail"),
            row.getString("who"),
            Instant.parse(row.getString("at")),
            row.getString("previous_hash"),
            row.getString("hash"));

    private final Database database;
    private final InstantSource clock;

    public Ledger(Database database, InstantSource clock) {
        this.database = database;
        this.clock = clock;
    }

    /** Puts a fact on record, dated now. */
    public Evidence append(Fact fact) {
        return database.inTransaction(Step.EVIDENCE_COMMIT, Step.EVIDENCE_COMMITTED, handle -> {
            Optional<Evidence> last = last(handle);
            var evidence = Evidence.of(
                    fact,
                    last.map(Evidence::sequence).orElse(0L) + 1,
                    clock.instant(),
                    last.map(Evidence::hash).orElse(Evidence.BEFORE_THE_FIRST));
            insert(handle, evidence);
            return evidence;
        });
    }

    public Optional<Evidence> find(long sequence) {
        return database.read(handle -> handle.createQuery("select * from evidence where sequence = :sequence")
                .bind("sequence", sequence)
                .map(EVIDENCE)
                .findOne());
    }

    /** Everything about a subject, oldest first. */
    public List<Evidence> of(String subject) {
        return database.read(
                handle -> handle.createQuery("select * from evidence where subject = :subject order by sequence")
                        .bind("subject", subject)
                        .map(EVIDENCE)
                        .list());
    }

    /** The newest record. Its hash, noted elsewhere, also proves that none was cut off the end. */
    public Optional<Evidence> last() {
        return database.read(Ledger::last);
    }

    /** Empty if every record is as it was written; else the first one that is not. */
    public List<Problem> verify() {
        return database.read(handle -> {
            var chain = new Chain();
            try (var records = handle
                    .createQuery("select * from evidence order by sequence")
                    .setFetchSize(1_000)
                    .map((row, context) -> chain.link(row.getLong("sequence"), () -> EVIDENCE.map(row, context)))
                    .stream()) {
                return records.flatMap(Optional::stream)
                        .findFirst()
                        .map(List::of)
                        .orElse(List.of());
            }
        });
    }

    private static Optional<Evidence> last(Handle handle) {
        return handle.createQuery("select * from evidence order by sequence desc limit 1")
                .map(EVIDENCE)
                .findOne();
    }

    private static void insert(Handle handle, Evidence evidence) {
        handle.createUpdate(
                        "insert into evidence (sequence, kind, subject, outcome, detail, who, at, previous_hash, hash)"
                                + " values (:sequence, :kind, :subject, :outcome, :detail, :who, :at, :previous, :hash)")
                .bind("sequence", evidence.sequence())
                .bind("kind", evidence.kind())
                .bind("subject", evidence.subject())
                .bind("outcome", evidence.outcome())
                .bind("detail", evidence.detail())
                .bind("who", evidence.who())
                .bind("at", evidence.at().toString())
                .bind("previous", evidence.previousHash())
                .bind("hash", evidence.hash())
                .execute();
    }

    /** The walk along the chain: what the next record must be. */
    private static final class Chain {
        private long expected = 1;
        private String previousHash = Evidence.BEFORE_THE_FIRST;

        private interface Row {
            Evidence read() throws SQLException;
        }

        Optional<Problem> link(long sequence, Row row) throws SQLException {
            Optional<String> flaw = flaw(sequence, row);
            return flaw.map(found -> new Problem(
                    "EVIDENCE-BROKEN",
                    "evidence %d %s".formatted(Math.min(expected, sequence), found),
                    "the ledger, from sequence " + Math.min(expected, sequence),
                    "compare with a backup of the state folder; nothing from here on proves anything"));
        }

        private Optional<String> flaw(long sequence, Row row) throws SQLException {
            if (sequence != expected) {
                return Optional.of(sequence > expected ? "is missing" : "does not belong here");
            }
            Evidence evidence;
            try {
                evidence = row.read();
            } catch (DateTimeException unreadable) {
                return Optional.of("was changed: its date cannot be read");
            }
            if (!evidence.previousHash().equals(previousHash)) {
                return Optional.of("does not follow from the one before");
            }
            if (!evidence.hash().equals(evidence.trueHash())) {
                return Optional.of("was changed: its hash does not fit its content");
            }
            expected++;
            previousHash = evidence.hash();
            return Optional.empty();
        }
    }
}
