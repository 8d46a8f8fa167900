package dev.slipway.workflow;

import dev.slipway.database.StateFolder;
import dev.slipway.database.Witness;
import dev.slipway.rollout.Deployments;
import dev.slipway.rollout.ModelLoader;
import dev.slipway.store.Store;
import dev.slipway.transform.OwnSteps;
import java.time.InstantSource;

/** A state folder that is open, with what serves from it. Thread-safe; closing it lets the next program in. */
public final class Workspace implements AutoCloseable {
    private final StateFolder folder;
    private final Store store;
    private final Deployments deployments;
    private final InstantSource clock;
    private final OwnSteps steps;

    private Workspace(StateFolder folder, Store store, InstantSource clock, OwnSteps steps) {
        this.folder = folder;
        this.store = store;
        this.clock = clock;
        this.steps = steps;
        deployments = new Deployments(store, new ModelLoader(store.artifacts(), folder.temporary(), steps));
    }

    /** As {@link #open(StateFolder, Witness, InstantSource, OwnSteps)}, without steps that somebody else wrote. */
    public static Workspace open(StateFolder folder, Witness witness, InstantSource clock) {
        return open(folder, witness, clock, OwnSteps.NONE);
    }

    /** Takes the folder over, also when opening what is in it fails. */
    public static Workspace open(StateFolder folder, Witness witness, InstantSource clock, OwnSteps steps) {
        try {
            return new Workspace(folder, Store.open(folder, witness, clock), clock, steps);
        } catch (RuntimeException problem) {
            folder.close();
            throw problem;
        }
    }

    public StateFolder folder() {
        return folder;
    }

    public Store store() {
        return store;
    }

    public Deployments deployments() {
        return deployments;
    }

    public InstantSource clock() {
        return clock;
    }

    /** The steps that somebody else wrote, for the models that serve. */
    public OwnSteps steps() {
        return steps;
    }

    @Override
    public void close() {
        try {
            store.close();
        } finally {
            folder.close();
        }
    }
}
