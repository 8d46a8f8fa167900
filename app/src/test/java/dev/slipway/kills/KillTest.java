package dev.slipway.kills;

import static dev.slipway.kills.Doomed.NEVER;
import static java.util.concurrent.TimeUnit.MILLISECONDS;
import static java.util.concurrent.TimeUnit.NANOSECONDS;
import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.cli.Main;
import dev.slipway.database.Step;
import dev.slipway.store.Store;
import dev.slipway.tracking.Run;
import dev.slipway.tracking.RunStatus;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Real commands are killed; each time the next ones open the state folder, find what was said, and go on. */
@Tag("slow")
class KillTest {
    private static final int RANDOM_KILLS = 20;
    private static final String TRAIN = "train --only baseline --only rule --only logistic";
    private static final int PATIENCE_SECONDS = 30;

    /**
     * A moment of a command.
     *
     * @param time at which time of reaching the step
     * @param kept whether the command's work is committed by then, and must be found
     */
    private record Moment(String command, Step step, int time, boolean kept) {}

    /** Every step, where train and release (and roll-back, which is a release too) reach it first; some again. */
    private static final List<Moment> MOMENTS = List.of(
            new Moment(TRAIN, Step.RUN_STARTED, 1, false),
            new Moment(TRAIN, Step.ARTIFACT_WRITTEN, 1, false),
            new Moment(TRAIN, Step.ARTIFACT_SYNCED, 1, false),
            new Moment(TRAIN, Step.ARTIFACT_RENAMED, 1, false),
            new Moment(TRAIN, Step.MODEL_FILES_STORED, 1, false),
            new Moment(TRAIN, Step.RUN_COMMIT, 1, false),
            new Moment(TRAIN, Step.VERSION_COMMIT, 1, false),
            new Moment(TRAIN, Step.EVIDENCE_COMMIT, 1, false),
            new Moment(TRAIN, Step.RUN_COMMITTED, 1, true),
            new Moment(TRAIN, Step.VERSION_COMMITTED, 1, true),
            new Moment(TRAIN, Step.EVIDENCE_COMMITTED, 1, true),
            new Moment("release", Step.EVIDENCE_COMMIT, 1, false),
            new Moment("release", Step.EVIDENCE_COMMITTED, 1, false),
            new Moment("release", Step.RELEASE_COMMIT, 1, false),
            new Moment("release", Step.RELEASE_COMMITTED, 1, true),
            new Moment("rollback", Step.RELEASE_COMMIT, 1, false),
            new Moment("rollback", Step.RELEASE_COMMITTED, 1, true));

    @TempDir
    Path folder;

    private SmallProject project;

    @BeforeEach
    void two_models_were_released() throws IOException {
        project = SmallProject.make(folder);
        for (int release = 0; release < 2; release++) {
            project.slipway(TRAIN);
            project.slipway("release");
        }
    }

    @Test
    void a_kill_at_each_durability_step_leaves_a_folder_the_next_command_continues_from() throws Exception {
        assertThat(MOMENTS.stream().map(Moment::step).distinct()).hasSameElementsAs(Arrays.asList(Step.values()));
        for (var moment : MOMENTS) {
            int before = project.look(KillTest::kept);
            Said said;
            try (var child = doomed(1, moment.step().name(), moment.time(), moment.command())) {
                said = child.end();
                assertThat(child.process().exitValue())
                        .as("%s: %s", moment, child.errorText())
                        .isEqualTo(Doomed.HALTED);
            }

            if (moment.command().equals(TRAIN) && !moment.kept()) {
                assertThat(project.slipway("runs --limit 1")).contains("train", "interrupted");
            }
            int after = project.look(KillTest::kept);
            assertThat(after).as("%s", moment).isEqualTo(before + (moment.kept() ? 1 : 0));
            project.isWholeAndGoesOn(said);
        }
    }

    /** Model versions and releases: train makes one of those, release one of these. */
    private static int kept(Store store) {
        return store.models().list(SmallProject.NAME).size()
                + store.releases().history(SmallProject.NAME).size();
    }

    @Test
    void a_kill_at_20_random_moments_leaves_a_folder_the_next_command_continues_from() throws Exception {
        var random = new SplittableRandom(20_261_121);
        var answers = project.predictions();
        long starting = System.nanoTime();
        long ready;
        try (var child = doomed(1, NEVER, 1, TRAIN, "release", "rollback")) {
            child.hear(Doomed.READY);
            ready = System.nanoTime();
            child.hear(Doomed.ROUND);
        }
        long start = NANOSECONDS.toMillis(ready - starting);
        long round = NANOSECONDS.toMillis(System.nanoTime() - ready);

        var acknowledged = new ArrayList<Integer>();
        for (int kill = 0; kill < RANDOM_KILLS; kill++) {
            try (var child = doomed(1_000_000, NEVER, 1, TRAIN, "release", "rollback")) {
                // One in ten dies while Java starts, the others anywhere in a round, however slow the machine is.
                boolean working = kill % 10 > 0;
                if (working) {
                    child.hear(Doomed.READY);
                }
                var said = child.killAfter(random.nextLong(1, working ? round * 3 / 2 : start));
                acknowledged.addAll(said.releases());

                project.isWholeAndGoesOn(said);
                assertThat(project.predictions()).isEqualTo(answers);
            }
        }
        List<Run> runs = project.look(store -> store.runs().list(1_000_000));
        assertThat(runs).as("kills in the middle of a training").anyMatch(run -> run.status() == RunStatus.INTERRUPTED);
        assertThat(acknowledged).as("releases before a kill").isNotEmpty();
    }

    @Test
    void a_killed_training_leaves_no_process_of_xgboost_behind() throws Exception {
        List<ProcessHandle> orphans;
        Said said;
        try (var child = doomed(1, Step.ARTIFACT_WRITTEN.name(), 1, "train --only rule --only xgboost")) {
            said = child.end();
            assertThat(child.process().exitValue()).as(child.errorText()).isEqualTo(Doomed.HALTED);
            assertThat(said.children()).as("xgboost ran: %s", child.errorText()).hasSize(1);
        }
        haveEnded(said.children().stream()
                .flatMap(pid -> ProcessHandle.of(pid).stream())
                .toList());
        project.isWholeAndGoesOn(said);

        try (var child = doomed(1, NEVER, 1, "train --project endless.yaml --only xgboost")) {
            do {
                orphans = child.process().children().toList();
            } while (orphans.isEmpty() && !child.process().waitFor(20, MILLISECONDS));
            assertThat(orphans).as(child.errorText()).hasSize(1);
            said = child.killAfter(500);
        }
        haveEnded(orphans);
        project.isWholeAndGoesOn(said);
    }

    private static void haveEnded(List<ProcessHandle> orphans) throws Exception {
        for (var orphan : orphans) {
            orphan.onExit().get(PATIENCE_SECONDS, SECONDS);
        }
    }

    @Test
    void the_next_server_answers_what_the_killed_one_did() throws Exception {
        var random = new SplittableRandom(9);
        var answers = project.predictions();
        for (int kill = 0; kill < 2; kill++) {
            Said said;
            String answer;
            try (var server = serve()) {
                var address = address(server);
                answer = predicted(address);
                try (var beside = doomed(1, NEVER, 1, TRAIN)) {
                    beside.hear("$ ");
                    server.killAfter(random.nextLong(1, 400));
                    said = beside.end();
                    assertThat(beside.errorText()).doesNotContain("bug in Slipway");
                }
            }

            try (var server = serve()) {
                assertThat(predicted(address(server))).isEqualTo(answer);
                assertThat(project.slipway("runs")).doesNotContain(" running ");
                server.killAfter(1);
            }
            project.isWholeAndGoesOn(said);
            assertThat(project.predictions()).isEqualTo(answers);
        }
    }

    private Child serve() throws IOException {
        return Child.start(project, Main.class, List.of("serve", "--port", "0"));
    }

    private static URI address(Child server) throws IOException {
        var line = server.hear("serving at ");
        return URI.create(line.substring(line.indexOf("http")));
    }

    private static String predicted(URI server) throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(server.resolve("/deployments/ferry/predict"))
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(
                        "{\"records\": [{\"age\": 44, \"wind\": 11.5, \"cabin\": \"inside\"}]}"))
                .build();
        var response = HttpClient.newHttpClient().send(request, BodyHandlers.ofString());
        assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
        return response.body();
    }

    private Child doomed(int rounds, String step, int time, String... commands) throws IOException {
        var arguments = Stream.concat(
                Stream.of(folder.toString(), Integer.toString(rounds), step, Integer.toString(time)),
                Arrays.stream(commands));
        return Child.start(project, Doomed.class, arguments.toList());
    }
}
