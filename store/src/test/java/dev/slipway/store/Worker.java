package dev.slipway.store;

import dev.slipway.artifact.Manifest;
import dev.slipway.database.StateFolder;
import dev.slipway.database.Step;
import dev.slipway.database.Witness;
import dev.slipway.evidence.Fact;
import dev.slipway.registry.Move;
import dev.slipway.registry.Plan;
import dev.slipway.tracking.Run;
import dev.slipway.tracking.RunStatus;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.SortedMap;
import java.util.SplittableRandom;
import java.util.TreeMap;

/** A process that trains and releases without end, says what was acknowledged, and waits to be killed. */
final class Worker {
    private static final PrintStream ACKNOWLEDGED =
            new PrintStream(new FileOutputStream(FileDescriptor.out), true, StandardCharsets.UTF_8);
    private static final int LARGEST = 400_000;

    private final Store store;
    private final Path scratch;
    private final SplittableRandom random;

    private Worker(Store store, Path scratch, long seed) {
        this.store = store;
        this.scratch = scratch;
        this.random = new SplittableRandom(seed);
    }

    /** Arguments: state folder, scratch folder, seed, and the step to halt at (or none). */
    public static void main(String[] arguments) throws IOException {
        Witness witness = step -> {
            if (arguments.length > 3 && step == Step.valueOf(arguments[3])) {
                Runtime.getRuntime().halt(KillTest.HALTED);
            }
        };
        Path state = Path.of(arguments[0]);
        try (var folder = StateFolder.open(state, Duration.ZERO).orBusy();
                var store = Store.open(folder, witness, InstantSource.system())) {
            var worker = new Worker(store, Path.of(arguments[1]), Long.parseLong(arguments[2]));
            while (true) {
                worker.trainAndRelease();
            }
        }
    }

    private void trainAndRelease() throws IOException {
        Run run = Run.running(
                Run.freshId(), "ferry", "killed", InstantSource.system().instant());
        store.runs().start(run);
        acknowledge("started", run.id());
        Manifest files = store.artifacts().putFolder(model());
        store.runs().finish(run.withMetrics(metrics()).withModel(files).ended(RunStatus.FINISHED, run.started()));
        acknowledge("finished", run.id());
        int version = store.models().register("ferry", run.id(), files).version();
        acknowledge("version", Integer.toString(version));
        var fact = new Fact("gate", "run:" + run.id(), "passed", "{}", "worker");
        long checked = store.evidence().append(fact).sequence();
        acknowledge("evidence", Long.toString(checked));
        var move = new Move("ferry", Move.RELEASE, new Plan("ferry", version), "worker", "the loop goes on");
        var release = store.releases().append(move, fact);
        acknowledge("release", Integer.toString(release.number()));
        acknowledge("evidence", Long.toString(release.evidence()));
    }

    private Path model() throws IOException {
        for (String name : new String[] {"model.json", "profile.json"}) {
            byte[] content = new byte[random.nextInt(LARGEST)];
            random.nextBytes(content);
            Files.write(scratch.resolve(name), content);
        }
        return scratch;
    }

    private SortedMap<String, Double> metrics() {
        var metrics = new TreeMap<String, Double>();
        metrics.put("auc", random.nextDouble());
        return metrics;
    }

    private static void acknowledge(String what, String id) {
        ACKNOWLEDGED.println(what + " " + id);
    }
}
