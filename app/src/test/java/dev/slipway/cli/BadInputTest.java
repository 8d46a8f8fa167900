package dev.slipway.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import dev.slipway.database.Opening;
import dev.slipway.database.StateFolder;
import dev.slipway.database.Witness;
import dev.slipway.http.Options;
import dev.slipway.serving.Server;
import dev.slipway.wiring.Surroundings;
import dev.slipway.workflow.Workspace;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * What a hostile or merely curious person types, and what they get: an exit code, a code, and words that say what, where and
 * what to do. Nothing that fails leaves anything behind.
 */
@Tag("slow")
class BadInputTest {
    /** One row of each that is asked about, as JSON; the model reads these three. */
    private static final String GOOD = "{\"age\": 30, \"class\": \"a\", \"fare\": 20.5}";

    @TempDir
    private static Path folder;

    private final StringWriter said = new StringWriter();
    private final Map<String, String> environment = new TreeMap<>();

    @BeforeAll
    static void a_trained_project_among_broken_files() throws IOException {
        BadInputFiles.write(folder);
        var nobody = new BadInputTest();
        assertThat(nobody.run("new", "good", "--data", "good.csv", "--target", "survived"))
                .as(nobody.said.toString())
                .isZero();
        BadInputFiles.projects(folder);
        assertThat(nobody.run("train", "--project", "good"))
                .as(nobody.said.toString())
                .isZero();
        assertThat(nobody.run("release", "--project", "good"))
                .as(nobody.said.toString())
                .isZero();
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            new                                                        | 2 | USAGE                | DIR
            new p --data missing.csv --target x                        | 3 | SOURCE-MISSING       | missing.csv
            new p --data empty.csv --target x                          | 1 | SOURCE-EMPTY         | not even a header
            new p --data header.csv --target x                         | 1 | SOURCE-NO-ROWS       | a header and no row
            new p --data afolder --target x                            | 2 | SOURCE-FOLDER        | name one file
            new p --data garbage.csv --target x                        | 1 | SOURCE-ENCODING      | UTF-8
            new p --data cut.csv.gz --target x                         | 1 | SOURCE-GZIP          | ends in the middle
            new p --data twice.csv --target x                          | 1 | SOURCE-HEADER        | both called 'age'
            new p --data good.csv --target survivd                     | 2 | CONTRACT-NO-COLUMN   | did you mean 'survived'?
            new p --data good.csv                                      | 2 | PROJECT-NO-TARGET    | add --target with one of: id, age
            new p --data https://example.org/x.csv --target x          | 2 | SOURCE-URL           | download it
            new good --data good.csv --target survived                 | 2 | PROJECT-EXISTS       | nothing is ever overwritten
            new afile --data good.csv --target survived                | 2 | PROJECT-EXISTS       | a file, not a folder
            new afile/p --data good.csv --target survived              | 3 | SCRATCH              | afile
            contract                                                   | 2 | USAGE                | infer, check, diff or test
            contract infr good.csv                                     | 2 | USAGE                | did you mean 'infer'?
            contract infer missing.csv                                 | 3 | SOURCE-MISSING       | check the path
            contract infer empty.csv                                   | 1 | SOURCE-EMPTY         | empty.csv
            contract infer header.csv                                  | 1 | SOURCE-NO-ROWS       | header.csv
            contract infer afolder                                     | 2 | SOURCE-FOLDER        | afolder
            contract infer garbage.csv                                 | 1 | SOURCE-ENCODING      | line 1
            contract infer cut.csv.gz                                  | 1 | SOURCE-GZIP          | cut.csv.gz
            contract infer x.json                                      | 1 | SOURCE-JSON          | one object a line
            contract infer good.csv --target nope                      | 2 | CONTRACT-NO-COLUMN   | use one of: id
            contract infer good.csv --target age --reward age          | 2 | CONTRACT-ROLES       | 'age'
            contract infer good.csv --out afile/c.yaml                 | 3 | SCRATCH              | afile
            contract infer good.csv --out afolder                      | 2 | FILE-IS-FOLDER       | name a file to write to
            contract infer good.csv --out afile                        | 2 | FILE-EXISTS          | --force
            contract check missing.csv --contract good/contract.yaml   | 3 | SOURCE-MISSING       | missing.csv
            contract check empty.csv --contract good/contract.yaml     | 1 | SOURCE-EMPTY         | empty.csv
            contract check header.csv --contract good/contract.yaml    | 1 | SOURCE-NO-ROWS       | no evidence
            contract check garbage.csv --contract good/contract.yaml   | 1 | SOURCE-ENCODING      | UTF-8
            contract check good.csv                                    | 3 | CONTRACT-MISSING     | slipway contract infer FILE
            contract check good.csv --contract afolder                 | 2 | FILE-FOLDER          | a folder, not a file
            contract check good.csv --contract empty.csv               | 2 | YAML-MISSING-KEY     | key 'columns' is missing
            contract check nofare.csv --contract good/contract.yaml    | 1 | CONTRACT-COLUMN      | column 'fare' is missing
            contract check bad.csv --contract good/contract.yaml       | 1 | CONTRACT-TYPE        | row 6 (line 7), column 'age'
            contract check bad.csv --contract good/contract.yaml --quarantine afile   | 3 | QUARANTINE-FOLDER    | afile
            contract check bad.csv --contract good/contract.yaml --quarantine .       | 2 | QUARANTINE-OVER-DATA | another folder
            contract check nofare.csv --contract good/contract.yaml --quarantine taken | 2 | SINK-FOLDER          | bad.csv
            train                                                      | 3 | PROJECT-MISSING      | slipway new DIR --data FILE
            train --project nowhere                                    | 3 | PROJECT-MISSING      | nowhere
            train --project afile                                      | 2 | YAML-TYPE            | expected a mapping
            train --project asfolder                                   | 2 | FILE-FOLDER          | slipway.yaml
            train --project asnothing                                  | 2 | YAML-TYPE            | found nothing
            train --project tabs                                       | 2 | YAML-SYNTAX          | line 2
            train --project unknownkey                                 | 2 | YAML-UNKNOWN-KEY     | did you mean 'gates'?
            train --project nodata                                     | 3 | SOURCE-MISSING       | missing.csv
            train --project notarget                                   | 2 | TRAIN-NO-TARGET      | did you mean 'survived'?
            train --project nopositive                                 | 2 | TRAIN-POSITIVE       | no and yes
            train --project onevalue                                   | 1 | TRAIN-TARGET-CONSTANT | every row has the same answer
            train --project onemember                                  | 1 | EVALUATION-CLASS-SMALL | class 'yes' has one member
            train --project tworows                                    | 1 | TRAIN-TARGET-CONSTANT | bring rows with other answers
            train --project constant                                   | 1 | TRAIN-COLUMN-CONSTANT | drop: [fare]
            train --project nofares                                    | 1 | TRAIN-COLUMN-CONSTANT | holds nothing
            train --project broken                                     | 1 | TRAIN-DATA-BROKEN    | nothing was trained
            train --project manyfolds                                  | 1 | EVALUATION-CLASS-SMALL | 90 folds need at least 90
            train --project onefold                                    | 2 | PROJECT-FOLDS        | between 2 and 100
            train --project wrongcolumn                                | 2 | TABLE-NO-COLUMN      | did you mean 'class'?
            train --project scaledtext                                 | 2 | TRANSFORM-NOT-A-NUMBER | onehot: {columns: [class]}
            train --project derivesyntax                               | 2 | EXPRESSION-SYNTAX    | slipway.yaml, line
            train --project wrongstep                                  | 2 | PROJECT-STEP         | did you mean 'onehot'?
            train --project wrongcandidate                             | 2 | PROJECT-CANDIDATE    | did you mean 'xgboost'?
            train --project rulesyntax                                 | 2 | EXPRESSION-SYNTAX    | candidates[1].rule
            train --project rulecolumn                                 | 2 | EXPRESSION-NO-COLUMN | did you mean 'age'?
            train --project ruletext                                   | 2 | RULE-NOT-AN-ANSWER     | answers with text
            train --project nogate                                     | 2 | GATE-UNREADABLE      | 'be good' is not a gate
            train --project nometric                                   | 2 | YAML-UNKNOWN-WORD    | did you mean 'roc_auc'?
            train --project threshold                                  | 2 | PROJECT-THRESHOLD    | between 0 and 1
            train --project shortbudget                                | 3 | TRAIN-BUDGET         | larger budget
            train --project unnamable                                  | 2 | PROJECT-NAME         | part of a URL
            train --project good --only logistik                       | 2 | TRAIN-NO-CANDIDATE   | did you mean 'logistic'?
            gate --project nowhere                                     | 3 | PROJECT-MISSING      | nowhere
            gate --project good 99                                     | 3 | MODEL-MISSING        | choose a version from 1 to
            gate --project good x                                      | 2 | USAGE                | 'x' is not an int
            gate --project good --run zzzz                             | 2 | RUN-ID               | slipway runs
            gate --project good 1 --run abcd                           | 2 | NOMINEE-TWICE        | name one of them
            gate --project untrained                                   | 3 | MODEL-NONE           | slipway train
            release --project untrained                                | 3 | MODEL-NONE           | slipway train
            release --project untrained 99                             | 3 | MODEL-MISSING        | slipway train
            release --project good 99                                  | 3 | MODEL-MISSING        | 'good' has no version 99
            release --project good --deployment a/b                    | 2 | DEPLOYMENT-NAME      | 'a/b'
            rollback --project good                                    | 1 | RELEASE-NOTHING-BEFORE | no other model served
            rollback --project good --to 99                            | 2 | RELEASE-UNKNOWN      | slipway releases
            rollback --project untrained                               | 3 | RELEASE-NONE         | slipway release
            rollback --project nowhere --deployment good               | 3 | PROJECT-MISSING      | nowhere
            predict missing.csv --project good                         | 3 | SOURCE-MISSING       | missing.csv
            predict empty.csv --project good                           | 1 | SOURCE-EMPTY         | empty.csv
            predict header.csv --project good --out o.csv              | 1 | SOURCE-NO-ROWS       | header.csv
            predict afolder --project good                             | 2 | SOURCE-FOLDER        | afolder
            predict garbage.csv --project good                         | 1 | SOURCE-ENCODING      | UTF-8
            predict cut.csv.gz --project good --out o.csv              | 1 | SOURCE-GZIP          | nothing of it was used
            predict nofare.csv --project good --out o.csv              | 1 | PREDICT-DATA-BROKEN  | column 'fare' is missing
            predict nofare.csv --project good --out o.csv --on-bad skip | 1 | PREDICT-DATA-BROKEN  | nothing was written
            predict bad.csv --project good --out o.csv                 | 1 | PREDICT-DATA-BROKEN  | --on-bad skip
            predict bad.csv --project good --on-bad maybe              | 2 | USAGE                | 'maybe'
            predict good.csv --project good --out afile/o.csv          | 3 | afile                | fix:
            predict good.csv --project good --out afolder              | 2 | SINK-FOLDER          | name a file
            predict good.csv --project good --out good.csv             | 2 | PREDICT-OUT          | fix:
            predict good.csv --project good --model-version 99         | 3 | MODEL-MISSING        | version 99
            predict good.csv --project untrained                       | 3 | RELEASE-NONE         | slipway release
            runs --project nowhere                                     | 3 | PROJECT-MISSING      | slipway new
            runs --project good --limit 0                              | 2 | RUNS-LIMIT           | --limit
            runs --server http://127.0.0.1:1                           | 3 | SERVER-UNREACHABLE   | slipway serve
            runs --server localhost:8080                               | 2 | SERVER-URL           | http://127.0.0.1:8080
            runs --server http://127.0.0.1:99999                       | 2 | SERVER-URL           | 99999
            runs --server /tmp                                         | 2 | SERVER-URL           | --server
            compare --project untrained                                | 3 | RUN-NONE             | slipway train
            compare --project good zzzz                                | 2 | RUN-ID               | 'zzzz'
            compare --project good ffffffff                            | 3 | RUN-MISSING          | ffffffff
            serve --project good --port 70000                          | 2 | SERVER-PORT          | 70000
            serve --project good --port -1                             | 2 | SERVER-PORT          | there is no port -1
            serve --project good --host 0.0.0.0 --port 0               | 2 | SERVER-NO-TOKEN      | SLIPWAY_TOKEN
            serve --project good --host nowhere.invalid --port 0       | 2 | SERVER-HOST          | 127.0.0.1
            serve --project nowhere --port 0                           | 3 | PROJECT-MISSING      | nowhere
            demo --dir afolder                                         | 2 | DEMO-FOLDER          | there already
            demo --dir afile/x                                         | 3 | DEMO-FOLDER          | --dir
            """)
    void says_what_where_and_what_to_do(String command, int exit, String code, String phrase) throws IOException {
        refused(command, exit, code, phrase);
    }

    @Test
    void a_state_folder_that_is_a_file_is_no_state_folder() throws IOException {
        environment.put(Surroundings.HOME, "afile");

        refused("runs", 3, "STATE-NOT-A-FOLDER", "SLIPWAY_HOME");
        refused("train --project good", 3, "STATE-NOT-A-FOLDER", "move that file away");
        refused("serve --project good --port 0", 3, "STATE-NOT-A-FOLDER", "SLIPWAY_HOME");
    }

    @Test
    void a_state_folder_that_cannot_be_made_is_named() throws IOException {
        environment.put(Surroundings.HOME, "afile/state");

        refused("runs", 3, "STATE-READONLY", "make the folder writable");
    }

    @Test
    void a_token_nobody_could_send_is_refused_on_both_sides() throws IOException {
        environment.put(Surroundings.TOKEN, "two words");

        refused("serve --project good --port 0", 2, "SERVER-TOKEN", "visible ASCII");
        refused("runs --server http://127.0.0.1:1", 2, "SERVER-TOKEN", "visible ASCII");
    }

    @Test
    void a_port_in_use_is_named() throws IOException {
        try (var taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            refused("serve --project good --port " + taken.getLocalPort(), 3, "SERVER-PORT", "0 for any that is free");
        }
    }

    @Test
    void a_server_that_is_not_slipway_is_told_from_one_that_is() throws IOException {
        var other = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        other.createContext("/", exchange -> {
            exchange.sendResponseHeaders(404, -1);
            exchange.close();
        });
        other.start();
        try {
            refused(
                    "runs --server http://127.0.0.1:" + other.getAddress().getPort(),
                    3,
                    "SERVER-ANSWER",
                    "a Slipway server");
        } finally {
            other.stop(0);
        }
    }

    @Test
    void a_truncated_model_is_refused_by_its_checksum() throws IOException {
        var name = "truncated";
        assertThat(run("train", "--project", name, "--only", "baseline"))
                .as(said.toString())
                .isZero();
        try (var files = Files.walk(folder.resolve(name).resolve(".slipway/artifacts"))) {
            for (var file : files.filter(Files::isRegularFile).toList()) {
                var bytes = Files.readAllBytes(file);
                Files.delete(file);
                Files.write(file, Arrays.copyOf(bytes, bytes.length / 2));
            }
        }

        refused("predict good.csv --project truncated --model-version 1 --out o.csv", 3, "ARTIFACT", "bytes");
    }

    @Test
    void requests_that_break_the_contract_are_told_which_field_and_why() throws Exception {
        var opening = StateFolder.open(folder.resolve("good/.slipway"), Duration.ofSeconds(10), InstantSource.system());
        assertThat(opening).isInstanceOf(Opening.Opened.class);
        try (var workspace = Workspace.open(opening.orBusy(), Witness.NONE, InstantSource.system());
                var server = Server.start(workspace, Options.local(0), InstantSource.system(), line -> {})) {
            answered(server.address(), records(GOOD), 200, "prediction", "version");
            answered(server.address(), records(GOOD.replace("\"age\": 30, ", "")), 422, "age", "missing");
            answered(server.address(), records(GOOD.replace("{", "{\"aeg\": 1, ")), 422, "aeg", "fix");
            answered(server.address(), records(GOOD.replace("30", "\"old\"")), 422, "age", "old");
            answered(server.address(), records(GOOD.replace("30", "5000")), 422, "age", "5000");
            answered(server.address(), records(GOOD.replace("\"a\"", "\"zz\"")), 422, "class", "zz");
            answered(server.address(), "{\"records\": [", 400, "JSON", "fix");
            answered(server.address(), "", 400, "REQUEST-SHAPE", "fix");
            answered(server.address(), "[]", 400, "records", "fix");
            answered(server.address(), "{\"recrods\": []}", 422, "recrods", "fix");
            answered(server.address(), " ".repeat(64 << 20), 413, "HTTP-BODY-TOO-LARGE", "several requests");

            environment.put(Surroundings.TOKEN, "wrong");
            refused("runs --server " + server.address(), 2, "HTTP-TOKEN", "SLIPWAY_TOKEN");
        }
    }

    private static String records(String record) {
        return "{\"records\": [" + record + "]}";
    }

    private static void answered(URI server, String body, int status, String... phrases) throws Exception {
        var request = HttpRequest.newBuilder(server.resolve("/deployments/good/predict"))
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build();
        var answer = HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString());

        var shown = body.substring(0, Math.min(100, body.length()));
        assertThat(answer.body()).as(shown).contains(phrases).doesNotContain("\tat ", "Exception");
        assertThat(answer.statusCode()).as(shown + answer.body()).isEqualTo(status);
    }

    private void refused(String command, int exit, String code, String phrase) throws IOException {
        said.getBuffer().setLength(0);
        var before = files();

        int answered = run(command.split(" "));

        assertThat(said.toString())
                .contains(code, phrase, "fix:")
                .doesNotContain("this is a bug", "\tat ")
                .doesNotContainPattern("\\bnull\\b");
        assertThat(answered).as(said.toString()).isEqualTo(exit);
        assertThat(files()).as("the files behind: " + command).isEqualTo(before);
    }

    private int run(String... arguments) {
        var world =
                new Surroundings(folder, environment, "tester", InstantSource.system(), Witness.NONE, Optional.empty());
        var writer = new PrintWriter(said);
        int code = Main.run(world, writer, writer, arguments);
        writer.flush();
        return code;
    }

    /** Every file and folder with its bytes; of state folders only what is left half-written in them. */
    private static Map<String, String> files() throws IOException {
        var found = new TreeMap<String, String>();
        try (var walk = Files.walk(folder)) {
            for (var path : walk.toList()) {
                var name = folder.relativize(path).toString();
                if (!name.contains(".slipway") || name.contains(".slipway/tmp/") || name.endsWith(".part")) {
                    found.put(name, Files.isRegularFile(path) ? BadInputFiles.hash(path) : "folder");
                }
            }
        }
        return found;
    }
}
