package dev.slipway.registry;

import dev.slipway.database.Database;
import dev.slipway.database.Step;
import dev.slipway.document.Json;
import dev.slipway.evidence.Evidence;
import dev.slipway.evidence.Fact;
import dev.slipway.evidence.Ledger;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.mapper.RowMapper;

/** Every release of every deployment; the newest one of a deployment is the one that serves. It only grows. */
public final class Releases {
    private static final RowMapper<Release> RELEASE = (row, context) -> {
        int previous = row.getInt("previous");
        boolean first = row.wasNull();
        return new Release(
                row.getString("deployment"),
                row.getInt("number"),
                row.getString("action"),
                Json.read("release.plan", row.getString("plan"), Plan.class),
                row.getString("who"),
                row.getString("why"),
                Instant.parse(row.getString("at")),
                row.getLong("evidence"),
                first ? Optional.empty() : Optional.of(previous));
    };

    private final Database database;
    private final ModelVersions models;
    private final Ledger ledger;

    public Releases(Database database, ModelVersions models, Ledger ledger) {
        this.database = database;
        this.models = models;
        this.ledger = ledger;
    }

    /**
     * Makes a move and puts its evidence on record: both or neither. Inside a transaction, what was read before (such as
     * the current release) still holds here.
     */
    public Release append(Move move, Fact fact) {
        return database.inTransaction(Step.RELEASE_COMMIT, Step.RELEASE_COMMITTED, handle -> {
            models.require(move.plan().model(), move.plan().champion());
            Optional<Integer> previous = current(handle, move.deployment()).map(Release::number);
            Evidence evidence = ledger.append(fact);
            var release = new Release(
                    move.deployment(),
                    previous.orElse(0) + 1,
                    move.action(),
                    move.plan(),
                    move.who(),
                    move.why(),
                    evidence.at(),
                    evidence.sequence(),
                    previous);
            insert(handle, release);
            return release;
        });
    }

    /** The release that serves now. */
    public Optional<Release> current(String deployment) {
        return database.read(handle -> current(handle, deployment));
    }

    /** All releases of a deployment, newest first. */
    public List<Release> history(String deployment) {
        return database.read(handle -> handle.createQuery(
                        "select * from release where deployment = :deployment order by number desc")
                .bind("deployment", deployment)
                .map(RELEASE)
                .list());
    }

    /** Names of all deployments, in order. */
    public List<String> deployments() {
        return database.read(handle -> handle.createQuery("select distinct deployment from release order by deployment")
                .mapTo(String.class)
                .list());
    }

    private static Optional<Release> current(Handle handle, String deployment) {
        return handle.createQuery("select * from release where deployment = :deployment order by number desc limit 1")
                .bind("deployment", deployment)
                .map(RELEASE)
                .findOne();
    }

    private static void insert(Handle handle, Release release) {
        handle.createUpdate("insert into release (deployment, number, action, plan, who, why, at, evidence, previous)"
                        + " values (:deployment, :number, :action, :plan, :who, :why, :at, :evidence, :previous)")
                .bind("deployment", release.deployment())
                .bind("number", release.number())
                .bind("action", release.action())
                .bind("plan", Json.write(release.plan()))
                .bind("who", release.who())
                .bind("why", release.why())
                .bind("at", release.at().toString())
                .bind("evidence", release.evidence())
                .bind("previous", release.previous())
                .execute();
    }
}
