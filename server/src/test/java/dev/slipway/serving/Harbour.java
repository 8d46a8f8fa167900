package dev.slipway.serving;

import dev.slipway.contract.Contract;
import dev.slipway.contract.ContractColumn;
import dev.slipway.contract.Extra;
import dev.slipway.database.StateFolder;
import dev.slipway.database.Witness;
import dev.slipway.expression.Expression;
import dev.slipway.http.Options;
import dev.slipway.model.Card;
import dev.slipway.model.FittedPipeline;
import dev.slipway.model.Model;
import dev.slipway.model.ModelFolder;
import dev.slipway.model.RuleModel;
import dev.slipway.model.ServedModel;
import dev.slipway.model.Target;
import dev.slipway.profile.Profile;
import dev.slipway.profile.Reference;
import dev.slipway.registry.ModelVersion;
import dev.slipway.registry.Release;
import dev.slipway.table.ColumnType;
import dev.slipway.table.NumberColumn;
import dev.slipway.table.Table;
import dev.slipway.table.TextColumn;
import dev.slipway.tracking.Run;
import dev.slipway.tracking.RunStatus;
import dev.slipway.workflow.Gates;
import dev.slipway.workflow.Here;
import dev.slipway.workflow.Nominee;
import dev.slipway.workflow.Place;
import dev.slipway.workflow.RecordTraining;
import dev.slipway.workflow.ReleaseModel;
import dev.slipway.workflow.StartRun;
import dev.slipway.workflow.Workspace;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentLinkedQueue;

/** A real server on a free port, on a state folder in which ferry models can be trained and released. */
final class Harbour implements AutoCloseable {
    static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");
    static final InstantSource CLOCK = InstantSource.fixed(NOON);

    /** A woman of 30: 0.74. */
    static final String RULE = "CASE WHEN sex = 'female' THEN 0.74 ELSE 0.19 END";

    static final Contract CONTRACT = new Contract(
            "ferry",
            Extra.REFUSE,
            List.of(
                    ContractColumn.of("age", ColumnType.NUMBER)
                            .withRange(0, 120)
                            .withMissing(0.5),
                    ContractColumn.of("sex", ColumnType.CATEGORY).withSet(List.of("female", "male"))));

    private final Path project;
    private final Queue<String> log = new ConcurrentLinkedQueue<>();
    private Workspace workspace;
    private Server server;

    private Harbour(Path project, Options options) {
        this.project = project;
        workspace = open();
        server = Server.start(workspace, options, CLOCK, log::add);
    }

    static Harbour open(Path project) {
        return new Harbour(project, Options.local(0));
    }

    static Harbour open(Path project, Options options) {
        return new Harbour(project, options);
    }

    private Workspace open() {
        var folder = StateFolder.open(project.resolve(".slipway"), Duration.ZERO, CLOCK)
                .orBusy();
        return Workspace.open(folder, Witness.NONE, CLOCK);
    }

    /** The same folder as the next process would serve it. */
    void restart() {
        server.close();
        workspace.close();
        workspace = open();
        server = Server.start(workspace, Options.local(0), CLOCK, log::add);
    }

    Client client() {
        return new Client(server.address());
    }

    Workspace workspace() {
        return workspace;
    }

    Path state() {
        return project.resolve(".slipway");
    }

    List<String> log() {
        return List.copyOf(log);
    }

    /** A model version that answers by this rule, and a finished run it came from. */
    ModelVersion train(String rule) {
        return train(new Here(workspace), rule);
    }

    /** As {@link #train(String)}, by a command that may run elsewhere. */
    ModelVersion train(Place place, String rule) {
        return train(
                place,
                new RuleModel(Expression.parse(rule), new Target.Classes("survived", List.of("0", "1"))),
                List.of("0", "1"));
    }

    ModelVersion train(Place place, Model model, List<String> labels) {
        var training = Run.running(Run.freshId(), "ferry", "training", NOON);
        place.ask(StartRun.OPERATION, training);
        var run = Run.running(Run.freshId(), "ferry", "rule", NOON).under(training);
        var served = new ServedModel(
                CONTRACT,
                new FittedPipeline(List.of(), model, new Target.Classes("survived", labels)),
                new Card("ferry", run.id(), "rule", new TreeMap<>(), new TreeMap<>(), new TreeMap<>()));
        var folder = project.resolve("model-" + run.id());
        ModelFolder.write(folder, served, reference());
        var over = run.withMetrics(new TreeMap<>(Map.of("roc_auc", 0.9, "pr_auc", Double.NaN)))
                .withModel(place.put(folder))
                .ended(RunStatus.FINISHED, NOON);
        return place.ask(
                RecordTraining.OPERATION,
                new RecordTraining.Question(
                        "ferry", training.ended(RunStatus.FINISHED, NOON), List.of(over), over.id(), "ann"));
    }

    /** Puts a version in charge of the deployment "ferry". */
    Release release(int version) {
        return release(new Here(workspace), version).release().orElseThrow();
    }

    ReleaseModel.Answer release(Place place, int version) {
        var nominee = new Nominee("ferry", "ferry", Optional.of(version), Optional.empty());
        var gates = new Gates(Optional.of("roc_auc"), List.of("roc_auc >= 0.5"));
        return place.ask(ReleaseModel.OPERATION, new ReleaseModel.Question(nominee, gates, "ann", "it is better"));
    }

    private static Reference reference() {
        return Reference.of(Profile.of(Table.of(
                NumberColumn.of("age", 10, 20, 30, 40, 50, 60, 70, 80, 25, 35),
                TextColumn.of(
                        "sex", "female", "male", "female", "male", "female", "male", "female", "male", "female",
                        "male"))));
    }

    @Override
    public void close() {
        server.close();
        workspace.close();
    }
}
