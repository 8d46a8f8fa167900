package dev.slipway.bench;

import dev.slipway.database.StateFolder;
import dev.slipway.database.Witness;
import dev.slipway.http.Options;
import dev.slipway.model.ModelFolder;
import dev.slipway.profile.Profile;
import dev.slipway.profile.Reference;
import dev.slipway.serving.Server;
import dev.slipway.tracking.Run;
import dev.slipway.tracking.RunStatus;
import dev.slipway.workflow.Gates;
import dev.slipway.workflow.Here;
import dev.slipway.workflow.Nominee;
import dev.slipway.workflow.RecordTraining;
import dev.slipway.workflow.ReleaseModel;
import dev.slipway.workflow.StartRun;
import dev.slipway.workflow.Workspace;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** A real server on loopback whose one deployment, "shipments", was trained, recorded, gated and released as people do it. */
final class LateServer implements AutoCloseable {
    static final String PREDICT = "/deployments/shipments/predict";
    private static final InstantSource CLOCK = InstantSource.system();

    private final Workspace workspace;
    private final Server server;

    private LateServer(Workspace workspace, Server server) {
        this.workspace = workspace;
        this.server = server;
    }

    static LateServer start(Path folder, int trees, int port) {
        var state = StateFolder.open(folder.resolve(".slipway"), Duration.ZERO, CLOCK)
                .orBusy();
        var workspace = Workspace.open(state, Witness.NONE, CLOCK);
        try {
            release(workspace, folder.resolve("model"), trees);
            return new LateServer(workspace, Server.start(workspace, Options.local(port), CLOCK, line -> {}));
        } catch (RuntimeException problem) {
            workspace.close();
            throw problem;
        }
    }

    private static void release(Workspace workspace, Path folder, int trees) {
        var here = new Here(workspace);
        var training = Run.running(Run.freshId(), "shipments", "training", CLOCK.instant());
        here.ask(StartRun.OPERATION, training);
        var run = Run.running(Run.freshId(), "shipments", "xgboost", CLOCK.instant())
                .under(training);
        var reference = Reference.of(Profile.of(Shipments.table(1_000)));
        ModelFolder.write(folder, LateModel.served(LateModel.pipeline(trees), run.id()), reference);
        var over = run.withMetrics(new TreeMap<>(Map.of("roc_auc", 0.9)))
                .withModel(here.put(folder))
                .ended(RunStatus.FINISHED, CLOCK.instant());
        var ended = training.ended(RunStatus.FINISHED, CLOCK.instant());
        here.ask(
                RecordTraining.OPERATION,
                new RecordTraining.Question("shipments", ended, List.of(over), over.id(), "bench"));
        var nominee = new Nominee("shipments", "shipments", Optional.empty(), Optional.empty());
        var gates = new Gates(Optional.of("roc_auc"), List.of("roc_auc >= 0.5"));
        here.ask(ReleaseModel.OPERATION, new ReleaseModel.Question(nominee, gates, "bench", "to be measured"));
    }

    URI address() {
        return server.address();
    }

    @Override
    public void close() {
        server.close();
        workspace.close();
    }
}
