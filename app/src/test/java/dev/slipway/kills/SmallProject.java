package dev.slipway.kills;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.cli.Main;
import dev.slipway.database.StateFolder;
import dev.slipway.database.Witness;
import dev.slipway.registry.ModelVersion;
import dev.slipway.registry.Release;
import dev.slipway.store.Store;
import dev.slipway.tracking.Run;
import dev.slipway.tracking.RunStatus;
import dev.slipway.wiring.Surroundings;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.function.Function;
import java.util.stream.IntStream;

/** A project of 300 passengers that trains in a moment, and all that must be true of its state folder. */
public record SmallProject(Path folder) {
    static final String NAME = "ferry";

    private static final int ROWS = 300;

    private static final String CONTRACT = """
            name: ferry
            columns:
              age:      {type: integer, min: 0, max: 110}
              wind:     {type: number, min: 0, max: 60}
              cabin:    {type: category, set: [none, inside, outside]}
              upgraded: {type: integer, set: [0, 1], role: target}
            """;

    private static final String PROJECT = """
            name: ferry
            data: {train: bookings.csv, target: upgraded, positive: 1, split: {folds: 3, seed: 7}}
            features:
              - onehot: {columns: [cabin]}
            candidates:
              - baseline: majority
              - rule: "CASE WHEN cabin = 'inside' THEN 0.6 ELSE 0.2 END"
              - logistic: {}
              - xgboost: {trees: 10}
            train: {metric: roc_auc, budget: 60s, trials: 1}
            gates: [roc_auc >= 0.55, size <= 20MB]
            """;

    public static SmallProject make(Path folder) throws IOException {
        var random = new SplittableRandom(7);
        var lines = new StringBuilder("age,wind,cabin,upgraded\n");
        for (int row = 0; row < ROWS; row++) {
            var cabin = List.of("none", "inside", "outside").get(random.nextInt(3));
            double wind = random.nextInt(200) / 10.0;
            boolean upgraded = random.nextDouble() < (cabin.equals("inside") ? 0.2 + wind / 30 : 0.15);
            lines.append(String.format(
                    Locale.ROOT, "%d,%.1f,%s,%d%n", 18 + random.nextInt(60), wind, cabin, upgraded ? 1 : 0));
        }
        Files.writeString(folder.resolve("bookings.csv"), lines);
        Files.writeString(folder.resolve("asked.csv"), """
                age,wind,cabin
                44,11.5,inside
                30,2.0,none
                """);
        Files.writeString(folder.resolve("contract.yaml"), CONTRACT);
        Files.writeString(folder.resolve("slipway.yaml"), PROJECT);
        Files.writeString(
                folder.resolve("endless.yaml"), PROJECT.replace("60s", "10m").replace("trees: 10", "trees: 10000"));
        Files.createDirectories(folder.resolve("temporary"));
        return new SmallProject(folder);
    }

    static Surroundings world(Path folder, Witness witness) {
        return new Surroundings(folder, Map.of(), "tester", InstantSource.system(), witness, Optional.empty());
    }

    /** For children: what is lost there with a kill is gone with the test. */
    Path temporary() {
        return folder.resolve("temporary");
    }

    /** Runs a command that must succeed, in this process, and answers what it showed. */
    String slipway(String command) {
        var out = new StringWriter();
        var err = new StringWriter();
        int code = Main.run(
                world(folder, Witness.NONE), new PrintWriter(out), new PrintWriter(err), command.split(" ", -1));
        assertThat(code).as("%s: %s%s", command, out, err).isZero();
        return out.toString();
    }

    /** What the model in charge answers for the same two people. */
    String predictions() {
        return slipway("predict asked.csv");
    }

    <R> R look(Function<Store, R> question) {
        try (var state = StateFolder.open(folder.resolve(".slipway"), Duration.ofSeconds(10))
                        .orBusy();
                var store = Store.open(state, Witness.NONE, InstantSource.system())) {
            return question.apply(store);
        }
    }

    /** The state folder is whole, holds all that was said to be kept, and the next commands continue from it. */
    void isWholeAndGoesOn(Said said) {
        var runs = slipway("runs --limit 1000");
        var releases = slipway("releases");
        assertThat(runs).doesNotContain(" running ");
        said.releases().forEach(number -> assertThat(releases).containsPattern("ferry +%d ".formatted(number)));
        int before = look(store -> whole(store, said));
        assertThat(before).isPositive();
        assertThat(predictions()).hasLineCount(3);

        slipway("train --only baseline --only rule --only logistic");
        slipway("release");

        int after = look(store -> whole(store, Said.NOTHING));
        assertThat(after).isEqualTo(before + 1);
        assertThat(folder.resolve(".slipway/tmp")).isEmptyDirectory();
        assertThat(folder.resolve(".slipway/holder.json")).doesNotExist();
    }

    /** Checks the store and answers the number of the newest release. */
    private static int whole(Store store, Said said) {
        assertThat(store.evidence().verify()).isEmpty();
        var runs = store.runs().list(1_000_000);
        assertThat(runs).extracting(Run::status).doesNotContain(RunStatus.RUNNING);
        assertThat(runs)
                .filteredOn(run ->
                        run.status() == RunStatus.FINISHED && run.parent().isPresent())
                .allMatch(run -> run.model().isPresent());
        var versions = store.models().list(NAME);
        assertThat(versions).extracting(ModelVersion::version).containsExactlyElementsOf(countdown(versions.size()));
        assertThat(versions).extracting(ModelVersion::version).containsAll(said.versions());
        var releases = store.releases().history(NAME);
        assertThat(releases).extracting(Release::number).containsExactlyElementsOf(countdown(releases.size()));
        assertThat(releases).extracting(Release::number).containsAll(said.releases());
        assertThat(releases)
                .allMatch(release -> store.evidence().find(release.evidence()).isPresent());
        return releases.size();
    }

    private static List<Integer> countdown(int from) {
        return IntStream.iterate(from, number -> number >= 1, number -> number - 1)
                .boxed()
                .toList();
    }
}
