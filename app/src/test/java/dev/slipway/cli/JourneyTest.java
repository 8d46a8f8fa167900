package dev.slipway.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.cli.Desk.Seen;
import dev.slipway.contract.Contract;
import dev.slipway.database.StateFolder;
import dev.slipway.database.Witness;
import dev.slipway.document.Document;
import dev.slipway.http.Options;
import dev.slipway.serving.Server;
import dev.slipway.workflow.Workspace;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** From a data file to a rolled-back model, as a person types it. */
@Tag("slow")
class JourneyTest {
    @TempDir
    private Path folder;

    @Test
    void a_new_project_trains_and_answers_alone_and_beside_a_server() throws IOException {
        new Desk(folder).bookings("bookings.csv", 400);
        var desk = new Desk(folder);
        done(desk.slipway("new", "ferry", "--data", "bookings.csv", "--target", "bought", "--moves", "upsell"));
        var yaml = folder.resolve("ferry/slipway.yaml");
        Files.writeString(yaml, Files.readString(yaml).replace("budget: 60s", "budget: 30s\n  trials: 1"));
        var home = new Desk(folder.resolve("ferry"));

        done(home.slipway("contract", "check", "../bookings.csv"));
        var trained = done(home.slipway("train"));

        assertThat(trained.err()).contains("trial 1: baseline", "xgboost", "roc_auc 0.");
        assertThat(trained.out()).contains("is version 1 of model 'ferry' now");
        assertThat(done(home.slipway("compare")).out()).contains("baseline", "logistic", "xgboost", "roc_auc", "size");
        assertThat(done(home.slipway("gate")).out()).contains("passed   beats baseline by 0.02");
        assertThat(done(home.slipway("release", "--why", "first")).out()).contains("release 1: version 1 serves");
        var alone = done(home.slipway("predict", "../bookings.csv")).out();
        assertThat(alone).startsWith("row,prediction,probability\n1,").hasLineCount(401);

        besideAServer(home, alone, trained.out().contains("xgboost is version 1") ? "logistic" : "xgboost");

        assertThat(done(home.slipway("releases")).out()).contains("rollback", "release", "ann", "first");
        assertThat(done(home.slipway("predict", "../bookings.csv")).out()).isEqualTo(alone);
    }

    /**
     * The same words, while a server holds the folder: it does the work, and switches under its callers.
     *
     * @param other a candidate that was not the best, so that its answers are others
     */
    private void besideAServer(Desk home, String alone, String other) throws IOException {
        var state = StateFolder.open(folder.resolve("ferry/.slipway"), Duration.ZERO)
                .orBusy();
        try (var workspace = Workspace.open(state, Witness.NONE, InstantSource.system());
                var server = Server.start(workspace, Options.local(0), InstantSource.system(), line -> {})) {
            assertThat(done(home.slipway("predict", "../bookings.csv")).out()).isEqualTo(alone);
            assertThat(served(server)).isEqualTo(probabilities(alone));

            done(home.slipway("train", "--only", "baseline", "--only", other));
            assertThat(done(home.slipway("release", "--why", "second")).out()).contains("release 2: version 2 serves");
            assertThat(served(server)).isNotEqualTo(probabilities(alone));

            var back = done(home.slipway("rollback", "--why", "complaints"));
            assertThat(back.out())
                    .containsPattern("release 3: version 1 serves .*as in release 1; it took \\d+\\.\\d+ s");
            assertThat(served(server)).isEqualTo(probabilities(alone));
        }
    }

    private static List<String> probabilities(String csv) {
        return csv.lines()
                .skip(1)
                .map(line -> line.substring(line.lastIndexOf(',') + 1))
                .toList();
    }

    /** Every row over HTTP: the digits as they came. */
    private List<String> served(Server server) throws IOException {
        var contract = Contract.read(Document.yaml(folder.resolve("ferry/contract.yaml")));
        var records = new ArrayList<String>();
        for (var line : Files.readAllLines(folder.resolve("bookings.csv")).stream()
                .skip(1)
                .toList()) {
            var cells = line.split(",", -1);
            records.add("{\"age\":%s,\"cabin\":\"%s\",\"price\":%s}"
                    .formatted(cells[1].isEmpty() ? "null" : cells[1], cells[2], cells[3]));
        }
        assertThat(contract.names()).containsExactly("booking", "age", "cabin", "price", "bought");
        var request = HttpRequest.newBuilder(URI.create(server.address() + "/deployments/ferry/predict"))
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString("{\"records\":[" + String.join(",", records) + "]}"))
                .build();
        try {
            var answer = HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString());
            assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
            return Pattern.compile("\"probability\":([^,}]+)")
                    .matcher(answer.body())
                    .results()
                    .map(found -> found.group(1))
                    .toList();
        } catch (InterruptedException stopped) {
            throw new IllegalStateException(stopped);
        }
    }

    private static Seen done(Seen seen) {
        assertThat(seen.code()).as(seen.out() + seen.err()).isZero();
        return seen;
    }
}
