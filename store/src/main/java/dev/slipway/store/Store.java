package dev.slipway.store;

import dev.slipway.artifact.Artifacts;
import dev.slipway.database.Database;
import dev.slipway.database.StateFolder;
import dev.slipway.database.Witness;
import dev.slipway.evidence.Ledger;
import dev.slipway.registry.ModelVersions;
import dev.slipway.registry.Releases;
import dev.slipway.tracking.Runs;
import java.time.InstantSource;
import java.util.function.Supplier;

/**
 * All a project remembers. Thread-safe. Every write that returned survives a kill and a power cut; one that did not return
 * is there whole or not at all.
 */
public final class Store implements AutoCloseable {
    private final Database database;
    private final Artifacts artifacts;
    private final Runs runs;
    private final ModelVersions models;
    private final Ledger evidence;
    private final Releases releases;

    private Store(Database database, Artifacts artifacts, InstantSource clock) {
        this.database = database;
        this.artifacts = artifacts;
        this.runs = new Runs(database);
        this.models = new ModelVersions(database, artifacts, clock);
        this.evidence = new Ledger(database, clock);
        this.releases = new Releases(database, models, evidence);
    }

    /** Opens what the folder holds; runs that were running when their process ended are marked as interrupted. */
    public static Store open(StateFolder folder, Witness witness, InstantSource clock) {
        var database = Database.open(folder, witness);
        try {
            var store = new Store(database, new Artifacts(folder, witness), clock);
            store.runs.markInterrupted();
            return store;
        } catch (RuntimeException problem) {
            database.close();
            throw problem;
        }
    }

    public Runs runs() {
        return runs;
    }

    public ModelVersions models() {
        return models;
    }

    public Releases releases() {
        return releases;
    }

    public Ledger evidence() {
        return evidence;
    }

    public Artifacts artifacts() {
        return artifacts;
    }

    /** Several reads and writes as one: nobody writes in between, and all is kept or nothing. */
    public <R> R transaction(Supplier<R> work) {
        return database.inTransaction(handle -> work.get());
    }

    /** Closes the database; the folder stays with whoever opened it. */
    @Override
    public void close() {
        database.close();
    }
}
