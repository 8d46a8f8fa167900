package dev.slipway.rollout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.slipway.artifact.Manifest;
import dev.slipway.contract.Contract;
import dev.slipway.contract.ContractColumn;
import dev.slipway.contract.Extra;
import dev.slipway.database.StateFolder;
import dev.slipway.database.Witness;
import dev.slipway.evidence.Fact;
import dev.slipway.model.Card;
import dev.slipway.model.ConstantModel;
import dev.slipway.model.FittedPipeline;
import dev.slipway.model.ModelFolder;
import dev.slipway.model.ServedModel;
import dev.slipway.model.Target;
import dev.slipway.problem.SlipwayException;
import dev.slipway.profile.Profile;
import dev.slipway.profile.Reference;
import dev.slipway.registry.ModelVersion;
import dev.slipway.registry.Move;
import dev.slipway.registry.Plan;
import dev.slipway.store.Store;
import dev.slipway.table.ColumnType;
import dev.slipway.tracking.Run;
import dev.slipway.tracking.RunStatus;
import dev.slipway.transform.OwnSteps;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DeploymentsTest {
    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");
    private static final Fact FACT = Fact.of("release", "deployment:ferry", "released", Map.of(), "ann");

    @TempDir
    Path project;

    private StateFolder folder;
    private Store store;
    private Deployments deployments;

    @BeforeEach
    void open() throws IOException {
        folder = StateFolder.open(project.resolve(".slipway"), Duration.ZERO).orBusy();
        store = Store.open(folder, Witness.NONE, InstantSource.fixed(NOON));
        deployments = deployments();
        for (int number = 1; number <= 3; number++) {
            register(number);
        }
    }

    @AfterEach
    void close() {
        store.close();
        folder.close();
    }

    private Deployments deployments() throws IOException {
        var scratch = Files.createDirectories(project.resolve("scratch"));
        return new Deployments(store, new ModelLoader(store.artifacts(), scratch, OwnSteps.NONE));
    }

    /** Version n answers with n tenths. */
    private ModelVersion register(int number) {
        var contract = new Contract(
                "ferry",
                Extra.REFUSE,
                List.of(ContractColumn.of("age", ColumnType.NUMBER).withRequired(false)));
        var pipeline = new FittedPipeline(
                List.of(),
                new ConstantModel(List.of(1 - number / 10.0, number / 10.0)),
                new Target.Classes("upsell", List.of("no", "yes")));
        var run = "%032x".formatted(number);
        var card = new Card("ferry", run, "baseline", new TreeMap<>(), new TreeMap<>(), new TreeMap<>());
        var written = project.resolve("written-" + number);
        ModelFolder.write(written, new ServedModel(contract, pipeline, card), Reference.of(Profile.EMPTY));
        Manifest files = store.artifacts().putFolder(written);
        var running = Run.running(run, "ferry", "train", NOON);
        store.runs().start(running);
        store.runs().finish(running.withModel(files).ended(RunStatus.FINISHED, NOON));
        return store.models().register("ferry", run, files);
    }

    private static Move to(int version) {
        return new Move("ferry", Move.RELEASE, new Plan("ferry", version), "ann", "better");
    }

    private double answer() {
        return answer(deployments.find("ferry").orElseThrow());
    }

    private static double answer(Live live) {
        return live.model()
                .predict(
                        live.model().read("{}".getBytes(StandardCharsets.UTF_8)).table())
                .positive()[0];
    }

    /** Damages every stored file of a version that no other has. */
    private void damage(int version) throws IOException {
        var damaged = store.models().require("ferry", version).files().files().stream()
                .filter(file -> file.path().equals("pipeline.json"))
                .findFirst()
                .orElseThrow();
        try (var files = Files.walk(project.resolve(".slipway/artifacts"))) {
            var file = files.filter(path -> path.getFileName()
                            .toString()
                            .endsWith(damaged.sha256().substring(4)))
                    .filter(Files::isRegularFile)
                    .findFirst()
                    .orElseThrow();
            file.toFile().setWritable(true);
            Files.writeString(file, "{}");
        }
    }

    @Test
    void when_a_move_returns_the_model_serves_and_the_release_is_on_record() {
        var release = deployments.move(to(2), FACT);

        assertThat(answer()).isEqualTo(0.2);
        assertThat(deployments.find("ferry").orElseThrow().release()).isEqualTo(release);
        assertThat(store.releases().current("ferry")).contains(release);
    }

    @Test
    void a_model_that_does_not_load_leaves_the_old_one_serving_and_nothing_on_record() throws IOException {
        deployments.move(to(1), FACT);
        long evidence = store.releases().current("ferry").orElseThrow().evidence();
        damage(2);

        assertThatThrownBy(() -> deployments.move(to(2), FACT)).isInstanceOf(SlipwayException.class);

        assertThat(answer()).isEqualTo(0.1);
        assertThat(store.releases().history("ferry")).hasSize(1);
        assertThat(deployments.move(to(3), FACT).evidence()).isEqualTo(evidence + 1);
    }

    @Test
    void a_version_that_does_not_exist_moves_nothing() {
        assertThatThrownBy(() -> deployments.move(to(9), FACT)).hasMessageContaining("'ferry' has no version 9");

        assertThat(deployments.find("ferry")).isEmpty();
        assertThat(store.releases().history("ferry")).isEmpty();
    }

    @Test
    void a_move_that_cannot_be_put_on_record_does_not_serve() {
        deployments.move(to(1), FACT);
        store.close();

        assertThatThrownBy(() -> deployments.move(to(2), FACT)).isInstanceOf(RuntimeException.class);

        assertThat(answer()).isEqualTo(0.1);
    }

    @Test
    void the_next_program_serves_what_was_released_and_names_what_it_cannot() throws IOException {
        deployments.move(to(1), FACT);
        deployments.move(new Move("night", Move.RELEASE, new Plan("ferry", 2), "ann", "better"), FACT);
        damage(2);

        var next = deployments();
        next.resume();

        assertThat(answer(next.find("ferry").orElseThrow())).isEqualTo(0.1);
        assertThat(next.find("night")).isEmpty();
        assertThat(next.broken()).containsOnlyKeys("night");

        next.move(new Move("night", Move.ROLLBACK, new Plan("ferry", 3), "ann", "damaged"), FACT);
        assertThat(next.broken()).isEmpty();
        assertThat(answer(next.find("night").orElseThrow())).isEqualTo(0.3);
    }

    @Test
    void whoever_asks_during_moves_sees_one_whole_release() throws Exception {
        deployments.move(to(1), FACT);
        var over = new AtomicBoolean();
        Callable<Integer> reader = () -> {
            int newest = 0;
            while (!over.get()) {
                var live = deployments.find("ferry").orElseThrow();
                assertThat(answer(live)).isEqualTo(live.release().plan().champion() / 10.0);
                assertThat(live.release().number()).isGreaterThanOrEqualTo(newest);
                newest = live.release().number();
            }
            return newest;
        };
        var threads = Executors.newFixedThreadPool(3);
        try {
            var readers =
                    IntStream.range(0, 3).mapToObj(i -> threads.submit(reader)).toList();
            for (int move = 0; move < 20; move++) {
                deployments.move(to(1 + move % 3), FACT);
            }
            over.set(true);
            for (var seen : readers) {
                assertThat(seen.get(1, TimeUnit.MINUTES)).isLessThanOrEqualTo(21);
            }
        } finally {
            over.set(true);
            threads.shutdownNow();
        }
    }

    @Test
    void no_unpacked_model_is_left_behind() throws IOException {
        deployments.move(to(1), FACT);

        try (var left = Files.list(project.resolve("scratch"))) {
            assertThat(left).isEmpty();
        }
    }
}
