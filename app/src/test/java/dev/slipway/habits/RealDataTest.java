package dev.slipway.habits;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.slipway.document.Json;
import dev.slipway.local.Readers;
import dev.slipway.source.Source;
import dev.slipway.table.Table;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** The README's commands on the data the field knows: from scratch to a served model that is as good as it should be. */
@Tag("slow")
class RealDataTest {
    private static final int SAMPLE = 200;
    private static final int ALONE = 10;
    private static final Pattern PROBABILITY = Pattern.compile("\"probability\":([^,}]+)");
    private static final List<String> ADULT = List.of(
            "age",
            "workclass",
            "fnlwgt",
            "education",
            "education_num",
            "marital_status",
            "occupation",
            "relationship",
            "race",
            "sex",
            "capital_gain",
            "capital_loss",
            "hours_per_week",
            "native_country",
            "income");

    @TempDir
    private Path folder;

    @Test
    void titanic_is_trained_released_and_served_with_the_bits_of_a_file() throws IOException {
        var data = sets().resolve("titanic/titanic.csv");
        var newcomer = new Newcomer(folder);
        newcomer.slipway("new", "titanic", "--data", data.toString(), "--target", "Survived")
                .done();
        var home = newcomer.in("titanic");
        home.edit("slipway.yaml", "budget: 60s", "budget: 120s\n  trials: 3");
        home.edit("slipway.yaml", "latency_p99 <= 5ms", "latency_p99 <= 50ms"); // a machine full of tests is slow

        trainAndRelease(home, 0.810, 0.860);

        answersAlike(home, data);
    }

    @Test
    void adult_is_trained_released_and_served_with_the_bits_of_a_file() throws IOException {
        var data = adult();
        var newcomer = new Newcomer(folder);
        newcomer.slipway("new", "adult", "--data", "adult.csv", "--target", "income")
                .done();
        var home = newcomer.in("adult");
        home.edit("slipway.yaml", "budget: 60s", "budget: 300s\n  trials: 0");
        home.edit("slipway.yaml", "latency_p99 <= 5ms", "latency_p99 <= 50ms");

        trainAndRelease(home, 0.868, 0.925);

        answersAlike(home, data);
    }

    private static void trainAndRelease(Newcomer home, double accuracy, double auc) {
        home.slipway("train", "--only", "baseline", "--only", "xgboost").done();
        var best = tree(home.slipway("compare", "--json").done())
                .path("runs")
                .path(0)
                .path("metrics");

        assertThat(best.path("accuracy").asDouble()).isGreaterThanOrEqualTo(accuracy);
        assertThat(best.path("roc_auc").asDouble()).isGreaterThanOrEqualTo(auc);
        assertThat(home.slipway("release", "--why", "first model").done()).contains("release 1: version 1 serves");
    }

    /** What a request gets and what a file gets: the same double, and the same digits. */
    private static void answersAlike(Newcomer home, Path data) throws IOException {
        home.slipway("predict", data.toString(), "--out", "answers.csv").done();
        var lines = Files.readAllLines(home.folder().resolve("answers.csv"));
        var rows = read(data);
        int[] sample = IntStream.range(0, SAMPLE)
                .map(i -> (int) ((long) i * rows.rows() / SAMPLE))
                .toArray();
        var fromFile = IntStream.of(sample)
                .mapToObj(row -> lines.get(row + 1).split(",", -1)[2])
                .toList();
        var name = home.folder().getFileName().toString();
        var path = "/deployments/" + name + "/predict";
        try (var serving = home.serve()) {
            var columns = tree(serving.get("/deployments/" + name)).path("columns");
            var records = IntStream.of(sample)
                    .mapToObj(row -> record(columns, rows, row))
                    .toList();

            var fromServer = probabilities(serving.post(path, "{\"records\": [" + String.join(", ", records) + "]}"));

            assertThat(fromServer).hasSize(SAMPLE).isEqualTo(fromFile);
            assertThat(bits(fromServer)).isEqualTo(bits(fromFile));
            for (int i = 0; i < ALONE; i++) {
                assertThat(probabilities(serving.post(path, records.get(i)))).containsExactly(fromFile.get(i));
            }
        }
    }

    private static List<String> probabilities(String answer) {
        return PROBABILITY
                .matcher(answer)
                .results()
                .map(found -> found.group(1))
                .toList();
    }

    private static List<Long> bits(List<String> numbers) {
        return numbers.stream()
                .map(number -> Double.doubleToRawLongBits(Double.parseDouble(number)))
                .toList();
    }

    /** A row of the file as a caller would send it, knowing only what the server says of its columns. */
    private static String record(JsonNode columns, Table rows, int row) {
        return StreamSupport.stream(columns.spliterator(), false)
                .map(column -> {
                    var name = column.path("name").asString();
                    var text = rows.column(name).text(row);
                    var number = List.of("number", "integer")
                            .contains(column.path("type").asString());
                    return Json.write(name) + ": " + (text.isEmpty() ? "null" : number ? text : Json.write(text));
                })
                .collect(Collectors.joining(", ", "{", "}"));
    }

    private static Table read(Path file) {
        var batches = new ArrayList<Table>();
        try (var reader = Readers.open(Source.of(file))) {
            for (var batch = reader.next(); batch.isPresent(); batch = reader.next()) {
                batches.add(batch.get().table());
            }
        }
        return Table.concat(batches);
    }

    private static JsonNode tree(String json) {
        return Json.read("answer", json.getBytes(StandardCharsets.UTF_8), JsonNode.class);
    }

    /** Both files as one, cleaned: no blanks behind commas, no junk line, no dot behind a label, nothing where nothing is known. */
    private Path adult() throws IOException {
        var people = Stream.concat(
                        lines(sets().resolve("adult/adult.data.gz")), lines(sets().resolve("adult/adult.test.gz")))
                .map(line -> List.of(line.strip().split(",\\s*", -1)))
                .filter(cells -> cells.size() == ADULT.size())
                .map(cells -> cells.stream()
                        .map(cell -> cell.equals("?") ? "" : cell.replaceAll("\\.$", ""))
                        .collect(Collectors.joining(",")));
        var file = folder.resolve("adult.csv");
        var text =
                Stream.concat(Stream.of(String.join(",", ADULT)), people).collect(Collectors.joining("\n", "", "\n"));
        assertThat(text.lines()).hasSize(48_843);
        return Files.writeString(file, text);
    }

    private static Stream<String> lines(Path packed) throws IOException {
        try (var reader = new BufferedReader(
                new InputStreamReader(new GZIPInputStream(Files.newInputStream(packed)), StandardCharsets.UTF_8))) {
            return reader.lines().toList().stream();
        }
    }

    private static Path sets() {
        var sets = Checkout.here().root().resolve("../shared/data/sets").normalize();
        assumeTrue(Files.isDirectory(sets), "the shared data sets are not beside this checkout: nothing to prove here");
        return sets;
    }
}
