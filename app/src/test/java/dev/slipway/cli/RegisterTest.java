package dev.slipway.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A model that LightGBM grew somewhere else, and what people do with it here. */
@Tag("slow")
class RegisterTest {
    private static final String MODEL = """
            tree
            version=v4
            num_class=1
            num_tree_per_iteration=1
            label_index=0
            max_feature_idx=1
            objective=binary sigmoid:1
            feature_names=price age
            feature_infos=[0:300] [0:99]
            tree_sizes=200

            Tree=0
            num_leaves=2
            num_cat=0
            split_feature=1
            split_gain=9
            threshold=45
            decision_type=2
            left_child=-1
            right_child=-2
            leaf_value=-1.5 1
            leaf_count=60 60
            internal_count=120
            is_linear=0
            shrinkage=1


            end of trees

            pandas_categorical:null
            """;

    private static final String CONTRACT = """
            name: ferry
            columns:
              booking: {type: text, role: key}
              age: {type: integer, min: 0, max: 120, missing: 0.2}
              cabin: {type: category, set: [inside, none], role: ignore}
              price: {type: number, min: 0, max: 500}
              bought: {type: category, set: ["no", "yes"], role: target}
            """;

    @TempDir
    private Path folder;

    private Desk desk;

    @BeforeEach
    void a_project_and_a_model_from_elsewhere() throws IOException {
        desk = new Desk(folder);
        desk.project(400);
        desk.file("model.txt", MODEL);
        desk.file("contract.yaml", CONTRACT);
        desk.file("slipway.yaml", desk.text("slipway.yaml").replaceAll("(?m)^gates.*$", "gates: [roc_auc >= 0.6]"));
    }

    private Desk.Seen register(String model) {
        return desk.slipway("register", model, "--contract", "contract.yaml", "--data", "bookings.csv");
    }

    @Test
    void it_is_measured_gated_released_and_answers() throws IOException {
        var registered = register("model.txt");
        var released = desk.slipway("release");
        var answered = desk.slipway("predict", "bookings.csv", "--out", "answers.csv");

        assertThat(registered.code()).as(registered.err()).isZero();
        assertThat(registered.out())
                .contains("roc_auc ")
                .contains("model.txt is version 1 of model 'ferry' now; next: slipway gate, slipway release");
        assertThat(released.code()).as(released.out() + released.err()).isZero();
        assertThat(answered.code()).as(answered.err()).isZero();
        // The logistic function of the leaves: -1.5 up to 45 years, 1 above.
        assertThat(desk.text("answers.csv")).contains("0.18242552380635635", "0.7310585786300049");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            feature_names=price age  | feature_names=weight age | 2 features, weight, age; the contract has 2 columns
            binary sigmoid:1         | binry                    | objective 'binry' cannot be scored
            end of trees             | end                      | it ends before 'end of trees'
            binary sigmoid:1         | regression               | the model answers a number, and the target is
            """)
    void a_model_that_does_not_fit_leaves_nothing_behind(String part, String other, String what) throws IOException {
        boolean renamed = part.startsWith("feature_names");
        desk.file("model.txt", MODEL.replace(part, other));
        if (renamed) {
            desk.file("contract.yaml", CONTRACT.replace("price: {type: number", "price: {type: number, role: ignore"));
        }

        var seen = register("model.txt");

        assertThat(seen.code()).isNotZero();
        assertThat(seen.err()).contains(renamed ? "the contract has 1 columns that a model may read" : what);
        assertThat(desk.slipway("runs").out()).doesNotContain("register");
    }

    @Test
    void what_would_run_code_and_what_is_no_model_is_refused_by_its_first_bytes() throws IOException {
        Files.write(folder.resolve("model.pkl"), new byte[] {(byte) 0x80, 4, (byte) 0x95, 1, 2});
        Files.write(folder.resolve("model.zip"), new byte[] {'P', 'K', 3, 4, 0, 0});
        Files.write(folder.resolve("empty.json"), new byte[0]);
        Files.write(folder.resolve("half.json"), "{\"learner\": {".getBytes(StandardCharsets.UTF_8));

        assertThat(register("model.pkl").err())
                .contains(
                        "MODEL-FOREIGN",
                        "a Python pickle, which runs code when it is read",
                        "save_model('model.json')");
        assertThat(register("model.zip").err()).contains("it is a ZIP archive");
        assertThat(register("empty.json").err()).contains("it is empty");
        assertThat(register("half.json").err()).contains("MODEL-DAMAGED", "it is not JSON");
        assertThat(register("none.json").err()).contains("MODEL-MISSING");
        assertThat(register("contract.yaml").err()).contains("are those of no model known here");
        assertThat(desk.slipway("runs").out()).doesNotContain("register");
    }

    @Test
    void an_onnx_model_without_its_runtime_says_what_to_bring() throws IOException {
        Files.write(folder.resolve("model.onnx"), new byte[] {8, 8, 58, 0});

        assertThat(register("model.onnx").err())
                .contains("ONNX-RUNTIME", "put onnxruntime-1.29.0.jar", "beside the program's other libraries");
    }

    @Test
    void rows_that_break_the_contract_measure_nothing() throws IOException {
        desk.file("contract.yaml", CONTRACT.replace("max: 120", "max: 30"));

        var seen = register("model.txt");

        assertThat(seen.code()).isNotZero();
        assertThat(seen.err()).contains("REGISTER-DATA", "outside [0");
    }
}
