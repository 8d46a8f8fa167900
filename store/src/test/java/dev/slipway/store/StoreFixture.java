package dev.slipway.store;

import dev.slipway.artifact.Manifest;
import dev.slipway.artifact.Manifest.Entry;
import dev.slipway.database.StateFolder;
import dev.slipway.database.Witness;
import dev.slipway.evidence.Fact;
import dev.slipway.tracking.Run;
import dev.slipway.tracking.RunStatus;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** A real store in a temporary folder at a fixed time, and small things to put into it. */
public final class StoreFixture implements AutoCloseable {
    public static final Instant NOON = Instant.parse("2026-03-01T12:00:00.123456789Z");

    private final StateFolder folder;
    private Store store;

    public StoreFixture(Path project) {
        folder = StateFolder.open(project.resolve(".slipway"), Duration.ZERO).orBusy();
        store = open();
    }

    public Store store() {
        return store;
    }

    public Path database() {
        return folder.database();
    }

    /** The same store as the next process would see it. */
    public Store reopened() {
        store.close();
        store = open();
        return store;
    }

    public static String id(int number) {
        return "%032x".formatted(number);
    }

    public static Run running(int number) {
        return Run.running(id(number), "ferry", "run " + number, NOON);
    }

    public static Fact fact(String outcome) {
        return Fact.of("gate", "deployment:ferry", outcome, Map.of("b", 2, "a", 0.1), "ann");
    }

    public Manifest manifest(String content) {
        byte[] bytes = content.getBytes(StandardCharsets.UTF_8);
        String sha256 = store.artifacts().put(new ByteArrayInputStream(bytes));
        return new Manifest(List.of(new Entry("model.json", sha256, bytes.length)));
    }

    /** A finished run with a model of this content. */
    public Run finished(int number, String content) {
        var run = running(number);
        store.runs().start(run);
        var over = run.withMetrics(new TreeMap<>(Map.of("auc", 0.5)))
                .withModel(manifest(content))
                .ended(RunStatus.FINISHED, NOON.plusSeconds(1));
        store.runs().finish(over);
        return over;
    }

    @Override
    public void close() {
        store.close();
        folder.close();
    }

    private Store open() {
        return Store.open(folder, Witness.NONE, InstantSource.fixed(NOON));
    }
}
