package dev.slipway.rollout;

import dev.slipway.evidence.Fact;
import dev.slipway.problem.SlipwayException;
import dev.slipway.registry.Move;
import dev.slipway.registry.Release;
import dev.slipway.store.Store;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * What serves each deployment. Thread-safe: a switch is seen by every request that starts after it, and a request answers
 * from the model it started with.
 */
public final class Deployments {
    private final Store store;
    private final ModelLoader loader;
    private final Map<String, Live> live = new ConcurrentHashMap<>();
    private final Map<String, SlipwayException> broken = new ConcurrentHashMap<>();

    public Deployments(Store store, ModelLoader loader) {
        this.store = store;
        this.loader = loader;
    }

    /** Loads what was released before this program started. One that cannot be loaded keeps no other from serving. */
    public synchronized void resume() {
        for (var name : store.releases().deployments()) {
            try {
                store.releases().current(name).ifPresent(release -> live.put(name, load(release)));
            } catch (SlipwayException problem) {
                broken.put(name, problem);
            }
        }
    }

    /** What answers for the deployment now. */
    public Optional<Live> find(String deployment) {
        return Optional.ofNullable(live.get(deployment));
    }

    /** Deployments whose release could not be loaded, and why. */
    public Map<String, SlipwayException> broken() {
        return Map.copyOf(broken);
    }

    /**
     * Makes a move: the model is loaded and its golden rows replayed first, so what cannot serve is never released; then
     * the move is put on record; then it serves. When this returns it has taken effect.
     */
    public synchronized Release move(Move move, Fact fact) {
        var version = store.models().require(move.plan().model(), move.plan().champion());
        var model = loader.load(version);
        var release = store.releases().append(move, fact);
        live.put(move.deployment(), new Live(release, model));
        broken.remove(move.deployment());
        return release;
    }

    private Live load(Release release) {
        var version =
                store.models().require(release.plan().model(), release.plan().champion());
        return new Live(release, loader.load(version));
    }
}
