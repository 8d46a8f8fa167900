package dev.slipway.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.slipway.problem.SlipwayException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class ModelFolderTest {
    @TempDir
    Path scratch;

    static Stream<Named<Supplier<ServedModel>>> models() {
        return Stream.of(
                Named.of("constant", Ferry::constant),
                Named.of("rule", Ferry::rule),
                Named.of("linear", Ferry::linear),
                Named.of("trees", Ferry::trees));
    }

    private Path written(ServedModel model) {
        var folder = scratch.resolve("model");
        ModelFolder.write(folder, model, Ferry.reference());
        return folder;
    }

    private static String read(Path file) throws IOException {
        return Files.readString(file);
    }

    /** Changes a file and makes its checksum true again. */
    private static void forge(Path folder, String name, String content) throws IOException, NoSuchAlgorithmException {
        forge(folder, name, content.getBytes(StandardCharsets.UTF_8));
    }

    private static void forge(Path folder, String name, byte[] content) throws IOException, NoSuchAlgorithmException {
        Files.write(folder.resolve(name), content);
        var sum = HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
        var sums = folder.resolve("SHA256SUMS");
        Files.writeString(sums, read(sums).replaceAll("[0-9a-f]{64}  " + name + "\n", sum + "  " + name + "\n"));
    }

    private static SlipwayException refusal(Path folder) {
        var thrown = catchThrowable(() -> ModelFolder.load(folder));
        assertThat(thrown).isInstanceOf(SlipwayException.class);
        var refusal = (SlipwayException) thrown;
        assertThat(refusal.kind()).isEqualTo(SlipwayException.Kind.REFUSED);
        assertThat(refusal.problems()).hasSize(1);
        assertThat(refusal.problems().get(0).code()).isIn("MODEL-DAMAGED", "MODEL-GOLDEN");
        assertThat(refusal.problems().get(0).where()).startsWith(folder.toString());
        return refusal;
    }

    @ParameterizedTest
    @MethodSource("models")
    void what_was_written_answers_the_same_to_the_bit(Supplier<ServedModel> kind) {
        var model = kind.get();

        var loaded = ModelFolder.load(written(model));

        assertThat(loaded.predict(Ferry.bookings())).isEqualTo(model.predict(Ferry.bookings()));
        assertThat(loaded.card()).isEqualTo(model.card());
        assertThat(loaded.contract()).isEqualTo(model.contract());
        assertThat(loaded.pipeline().steps()).isEqualTo(model.pipeline().steps());
        assertThat(loaded.pipeline().inputs()).isEqualTo(model.pipeline().inputs());
    }

    @ParameterizedTest
    @MethodSource("models")
    void the_same_model_is_written_in_the_same_bytes(Supplier<ServedModel> kind) throws IOException {
        ModelFolder.write(scratch.resolve("a"), kind.get(), Ferry.reference());
        ModelFolder.write(scratch.resolve("b"), kind.get(), Ferry.reference());

        assertThat(read(scratch.resolve("a/SHA256SUMS"))).isEqualTo(read(scratch.resolve("b/SHA256SUMS")));
    }

    @Test
    void golden_rows_keep_the_contract_and_leave_out_what_may_be_missing() throws IOException {
        var rows = Files.readAllLines(written(Ferry.linear()).resolve("golden.jsonl"));

        assertThat(rows).hasSize(24);
        assertThat(rows).anyMatch(row -> !row.contains("\"age\"")).anyMatch(row -> row.contains("\"age\""));
        assertThat(rows)
                .allMatch(
                        row -> row.contains("\"deck\":0") || row.contains("\"deck\":5") || row.contains("\"deck\":10"));
        assertThat(rows).allMatch(row -> row.matches(".*\"booked\":\"(2026-[^\"]+|2027-01-01T00:00:00)Z\".*"));
        assertThat(rows).noneMatch(row -> row.contains("\"id\"") || row.contains("\"rare\""));
    }

    @Test
    void a_column_with_too_few_values_to_describe_and_the_ends_of_a_long_have_golden_rows_too() throws IOException {
        var rows = Files.readAllLines(written(Ferry.rule()).resolve("golden.jsonl"));

        assertThat(rows).allMatch(row -> row.contains("\"id\":922337203685477"));
        assertThat(rows).anyMatch(row -> row.contains("\"rare\":1900"));
    }

    @ParameterizedTest
    @MethodSource("models")
    void a_file_cut_off_changed_in_one_bit_removed_or_added_is_found(Supplier<ServedModel> kind) throws IOException {
        var folder = written(kind.get());
        for (var file : files(folder)) {
            var bytes = Files.readAllBytes(file);

            Files.write(file, Arrays.copyOf(bytes, bytes.length - 1));
            assertThat(refusal(folder).getMessage()).contains("MODEL-DAMAGED").contains(file.toString());

            for (int at = 0; at < bytes.length; at += 1 + bytes.length / 40) {
                var flipped = bytes.clone();
                flipped[at] ^= (byte) (1 << at % 8);
                Files.write(file, flipped);
                assertThat(refusal(folder).getMessage()).contains("MODEL-DAMAGED");
            }

            Files.delete(file);
            assertThat(refusal(folder).getMessage()).contains("MODEL-DAMAGED").contains(file.toString());
            Files.write(file, bytes);
        }
        Files.writeString(folder.resolve("notes.txt"), "mine");
        assertThat(refusal(folder).getMessage()).contains("notes.txt").contains("SHA256SUMS does not name it");
    }

    private static List<Path> files(Path folder) throws IOException {
        try (var files = Files.list(folder)) {
            return files.sorted().toList();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"../x", "/etc/passwd", "..", ".", "a b", "sub/file", "nowhere", ""})
    void a_line_of_checksums_names_a_file_of_the_folder_and_nothing_else(String name) throws IOException {
        var folder = written(Ferry.constant());
        Files.writeString(scratch.resolve("x"), "outside");
        var sums = folder.resolve("SHA256SUMS");

        Files.writeString(sums, read(sums) + "0".repeat(64) + "  " + name + "\n");

        assertThat(refusal(folder).getMessage()).contains("MODEL-DAMAGED");
    }

    @Test
    void a_file_named_twice_or_not_at_all_is_refused() throws IOException {
        var folder = written(Ferry.constant());
        var sums = folder.resolve("SHA256SUMS");
        var lines = read(sums);

        Files.writeString(sums, lines + lines);
        assertThat(refusal(folder).getMessage()).contains("twice");

        Files.writeString(sums, lines.replaceAll("[0-9a-f]{64}  card.json\n", ""));
        Files.delete(folder.resolve("card.json"));
        assertThat(refusal(folder).getMessage()).contains("it does not name card.json");
    }

    @Test
    void one_bit_of_one_golden_answer_is_enough() throws Exception {
        var folder = written(Ferry.constant());
        var golden = read(folder.resolve("golden.jsonl"));

        forge(folder, "golden.jsonl", golden.replaceFirst("0\\.9", Double.toString(Math.nextUp(0.9))));

        assertThat(refusal(folder).getMessage())
                .contains("MODEL-GOLDEN")
                .contains(
                        "got the answer [0.9, 0.1], but the model answered [0.9000000000000001, 0.1] when it was made")
                .contains("golden.jsonl, line 1");
    }

    @Test
    void a_folder_without_golden_rows_proves_nothing() throws Exception {
        var folder = written(Ferry.constant());

        forge(folder, "golden.jsonl", "");

        assertThat(refusal(folder).getMessage()).contains("nothing proves that the model answers as it did");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "\"step\" : \"onehot\" | \"step\" : \"twohot\" | twohot",
                "\"kind\" : \"linear\" | \"kind\" : \"woods\" | woods",
                "\"format\" : 1 | \"format\" : 2, \"new\" : true | format 2 is not one this Slipway reads",
                "\"column\" : \"upsell\" | \"column\" : null | column",
                "\"labels\" : [ \"no\", \"yes\" ] | \"labels\" : [ \"no\" ] | two classes or more",
                "\"expression\" : \"age / 10\" | \"expression\" : \"age /\" | age /",
                "\"standIns\" : [ | \"standIns\" : [ 1.0, | stand-ins",
                "\"intercept\" : 0.1 | \"intercept\" : \"NaN\" | intercept",
            })
    void a_pipeline_that_says_something_else_is_refused_though_its_checksum_is_true(
            String from, String to, String named) throws Exception {
        var folder = written(Ferry.linear());
        var pipeline = read(folder.resolve("pipeline.json"));
        assertThat(pipeline).contains(from);

        forge(folder, "pipeline.json", pipeline.replace(from, to));

        assertThat(refusal(folder).getMessage())
                .contains("MODEL-DAMAGED")
                .contains("pipeline.json")
                .contains(named);
    }

    @ParameterizedTest
    @CsvSource({"pipeline.json", "contract.yaml", "card.json", "golden.jsonl", "model.xgboost.json"})
    void any_bytes_at_all_are_refused_or_are_the_model(String name) throws Exception {
        var folder = written(Ferry.trees());
        var bytes = Files.readAllBytes(folder.resolve(name));
        for (var other : List.of("", "{}", "[]", "null", "\u0000", "1e400", "{\"a\":".repeat(2_000))) {
            forge(folder, name, other);
            refusal(folder);
        }
        var random = new Random(3);
        for (int round = 0; round < 200; round++) {
            var changed = bytes.clone();
            changed[random.nextInt(bytes.length)] = (byte) (' ' + random.nextInt(96));
            forge(folder, name, changed);

            var thrown = catchThrowable(() -> ModelFolder.load(folder));

            if (thrown != null) {
                refusal(folder);
            }
        }
    }

    @Test
    void a_model_that_asks_for_columns_nobody_makes_is_refused_by_its_golden_rows() throws Exception {
        var folder = written(Ferry.trees());
        var pipeline = read(folder.resolve("pipeline.json"));

        forge(folder, "pipeline.json", pipeline.replace("\"columns\" : [ \"age\"", "\"columns\" : [ \"agee\""));

        assertThat(refusal(folder).getMessage())
                .contains("MODEL-GOLDEN")
                .contains("there is no column 'agee'; did you mean 'age'?");
    }

    @Test
    void a_folder_that_is_not_there_is_missing() {
        assertThatThrownBy(() -> ModelFolder.load(scratch.resolve("nowhere")))
                .isInstanceOfSatisfying(
                        SlipwayException.class,
                        problem -> assertThat(problem.kind()).isEqualTo(SlipwayException.Kind.MISSING));
    }

    @Test
    void mlflow_reads_the_signature_and_the_run_as_text() throws IOException {
        var mlflow = read(written(Ferry.trees()).resolve("MLmodel"));

        assertThat(mlflow)
                .contains("run_id: '1234e567890123456789012345678901'\n")
                .contains("{\"type\":\"double\",\"name\":\"age\",\"required\":false}")
                .contains("\"name\":\"cabin\"")
                .doesNotContain("\"name\":\"port\"");
    }
}
