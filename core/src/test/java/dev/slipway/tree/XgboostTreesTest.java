package dev.slipway.tree;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import de.siegmar.fastcsv.reader.CsvReader;
import dev.slipway.problem.SlipwayException;
import dev.slipway.testkit.Travelled;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class XgboostTreesTest {
    private static final Path DATA = Path.of(System.getProperty("slipway.root"), "../shared/data");

    /** Two features; the first tree is x0 < 2.5 ? (x1 < 0 ? 1 : 2) : 4, missing x0 right, missing x1 left; the second adds a half. */
    private static final String TINY = """
            {"learner": {
              "gradient_booster": {"name": "gbtree", "model": {
                "gbtree_model_param": {"num_parallel_tree": "1", "num_trees": "2"},
                "tree_info": [0, 0],
                "trees": [
                  {"left_children": [1, 3, -1, -1, -1], "right_children": [2, 4, -1, -1, -1],
                   "split_indices": [0, 1, 0, 0, 0], "split_conditions": [2.5, 0, 4, 1, 2],
                   "default_left": [0, 1, 0, 0, 0], "split_type": [0, 0, 0, 0, 0],
                   "tree_param": {"num_nodes": "5", "num_deleted": "0", "num_feature": "2", "size_leaf_vector": "1"}},
                  {"left_children": [-1], "right_children": [-1], "split_indices": [0], "split_conditions": [0.5],
                   "default_left": [0], "split_type": [0],
                   "tree_param": {"num_nodes": "1", "num_deleted": "0", "num_feature": "2", "size_leaf_vector": "1"}}]}},
              "learner_model_param": {"base_score": "[1E1]", "num_class": "0", "num_feature": "2", "num_target": "1"},
              "objective": {"name": "reg:squarederror"}}, "version": [3, 2, 0]}
            """;

    private static XgboostTrees read(String json) {
        return XgboostTrees.read(json.getBytes(StandardCharsets.UTF_8));
    }

    private static float margin(XgboostTrees trees, float... row) {
        var out = new float[1];
        trees.margins(row, 0, out);
        return out[0];
    }

    @Test
    void less_than_the_threshold_goes_left_and_equal_goes_right() {
        XgboostTrees trees = read(TINY);

        assertThat(margin(trees, 1, -1)).isEqualTo(11.5f);
        assertThat(margin(trees, 1, 1)).isEqualTo(12.5f);
        assertThat(margin(trees, 2.5f, -1)).isEqualTo(14.5f);
        assertThat(margin(trees, Math.nextDown(2.5f), -1)).isEqualTo(11.5f);
    }

    @Test
    void both_zeros_are_one_value_and_infinities_have_their_place() {
        XgboostTrees trees = read(TINY);

        assertThat(margin(trees, 1, -0.0f)).isEqualTo(12.5f);
        assertThat(margin(trees, 1, -Float.MIN_VALUE)).isEqualTo(11.5f);
        assertThat(margin(trees, Float.NEGATIVE_INFINITY, Float.POSITIVE_INFINITY))
                .isEqualTo(12.5f);
        assertThat(margin(trees, Float.POSITIVE_INFINITY, 0)).isEqualTo(14.5f);
    }

    @Test
    void a_missing_value_goes_where_the_split_says() {
        XgboostTrees trees = read(TINY);

        assertThat(margin(trees, Float.NaN, 0)).isEqualTo(14.5f);
        assertThat(margin(trees, 1, Float.NaN)).isEqualTo(11.5f);
    }

    @Test
    void a_row_may_stand_anywhere_in_the_array() {
        var out = new float[1];
        read(TINY).margins(new float[] {9, 9, 9, 1, 1}, 3, out);

        assertThat(out).containsExactly(12.5f);
    }

    @Test
    void the_file_is_kept_as_xgboost_wrote_it_and_reads_back() {
        XgboostTrees trees = read(TINY);

        assertThat(trees.file()).isEqualTo(TINY.getBytes(StandardCharsets.UTF_8));
        assertThat(margin(Travelled.copy(trees), 1, 1)).isEqualTo(12.5f);
        assertThat(trees.features()).isEqualTo(2);
        assertThat(trees.groups()).isEqualTo(1);
        assertThat(trees.size()).isEqualTo(2);
    }

    @Test
    void a_base_score_of_a_probability_becomes_its_logit_in_both_formats() {
        String logistic = TINY.replace("reg:squarederror", "binary:logistic");

        assertThat(margin(read(logistic.replace("[1E1]", "5E-1")), 1, 1)).isEqualTo(2.5f);
        assertThat(margin(read(logistic.replace("[1E1]", "[5E-1]")), 1, 1)).isEqualTo(2.5f);
        assertThat(margin(read(logistic.replace("[1E1]", "[9E-1]")), 1, 1)).isCloseTo(4.6972246f, within(1e-6f));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            [1, 3, -1, -1, -1]     | [1, 9, -1, -1, -1]        | node 1 has child 9, outside 0 to 4
            [1, 3, -1, -1, -1]     | [1, 0, -1, -1, -1]        | node 0 is reached twice, the second time from node 1
            [1, 3, -1, -1, -1]     | [1, 2, -1, -1, -1]        | is reached twice
            [1, 3, -1, -1, -1]     | [1, -1, -1, -1, -1]       | node 1 has one child only
            [2, 4, -1, -1, -1]     | [2, -1, -1, -1, -1]       | node 1 has one child only
            [2.5, 0, 4, 1, 2]      | [2.5, 0, 4, 1]            | 'split_conditions' has 4 entries, num_nodes is 5
            [2.5, 0, 4, 1, 2]      | [2.5, 1e99, 4, 1, 2]      | split_conditions[1] is not a finite float
            [2.5, 0, 4, 1, 2]      | [2.5, "x", 4, 1, 2]       | split_conditions[1] is "x", not a number
            [0, 1, 0, 0, 0], "split_conditions" | [0, 2, 0, 0, 0], "split_conditions" | node 1 splits on feature 2, but num_feature is 2
            "split_conditions": [2.5 | "other": [2.5           | 'split_conditions' is missing
            "num_nodes": "5"       | "num_nodes": "-5"         | num_nodes is -5
            "num_nodes": "5"       | "num_nodes": "2000000000" | num_nodes is 2000000000
            "num_nodes": "5", "num_deleted": "0" | "num_nodes": "5", "num_deleted": "1" | more nodes are in use
            "tree_info": [0, 0]    | "tree_info": [0]          | tree_info has 1 entries for 2 trees
            "tree_info": [0, 0]    | "tree_info": [0, 7]       | tree_info[1] is 7
            "num_trees": "2"       | "num_trees": "3"          | num_trees is 3, but it holds 2 trees
            "num_feature": "2", "num_target" | "num_feature": "x", "num_target" | num_feature is 'x'
            [1E1]                  | [1E1,2]                   | base_score '[1E1,2]' has 2 numbers for 1 groups
            [1E1]                  | NaN                       | stands for no finite margin
            "num_class": "0"       | "num_class": "3"          | num_class is 3 with objective reg:squarederror
            "learner": {           | "learner": {,             | it is not JSON
            """)
    void a_damaged_model_is_refused_with_what_is_wrong(String part, String damage, String what) {
        assertThat(TINY).contains(part);

        assertThatThrownBy(() -> read(TINY.replaceFirst(java.util.regex.Pattern.quote(part), damage)))
                .isInstanceOf(SlipwayException.class)
                .hasMessageContaining("MODEL-DAMAGED")
                .hasMessageContaining(what);
    }

    @Test
    void unreachable_nodes_are_damage_unless_the_file_counts_them_as_deleted() {
        String pruned =
                TINY.replace("[1, 3, -1, -1, -1]", "[1, -1, -1, -1, -1]").replace("[2, 4, -1", "[2, -1, -1");

        assertThatThrownBy(() -> read(pruned)).hasMessageContaining("2 of its 5 nodes cannot be reached");
        String counted = pruned.replace(
                "\"num_nodes\": \"5\", \"num_deleted\": \"0\"", "\"num_nodes\": \"5\", \"num_deleted\": \"2\"");
        assertThat(margin(read(counted), 3, 0)).isEqualTo(14.5f);
    }

    @ParameterizedTest
    @CsvSource({
        "gbtree, gblinear, booster 'gblinear' cannot be scored",
        "reg:squarederror, reg:squareerror, did you mean 'reg:squarederror'?",
        "'\"size_leaf_vector\": \"1\"', '\"size_leaf_vector\": \"3\"', its leaves are vectors",
    })
    void what_cannot_be_scored_is_refused_and_not_guessed(String part, String other, String what) {
        assertThatThrownBy(() -> read(
                        TINY.replace("\"" + part + "\"", "\"" + other + "\"").replace(part, other)))
                .isInstanceOf(SlipwayException.class)
                .hasMessageContaining("MODEL-UNSUPPORTED")
                .hasMessageContaining(what);
    }

    @Test
    void a_truncated_file_is_refused_wherever_it_ends() {
        for (int length = 0; length < TINY.length() - 5; length += 7) {
            String cut = TINY.substring(0, length);
            assertThatThrownBy(() -> read(cut)).isInstanceOf(SlipwayException.class);
        }
    }

    @Test
    void a_model_of_xgboost_1_7_gives_its_margins_and_probabilities() throws IOException {
        assumeTrue(Files.isDirectory(DATA), "the reference data are not on this machine");
        JsonNode golden = JsonMapper.shared()
                .readTree(DATA.resolve("golden/importance.json").toFile())
                .path("xgboost_titanic");
        XgboostTrees trees = XgboostTrees.read(Files.readAllBytes(DATA.resolve("golden/xgb_titanic_30trees.json")));
        float[] rows = everyFourthPassenger();
        int count = rows.length / 6;

        var margins = new float[count];
        var answers = new float[count];
        trees.batchMargins(rows, count, margins);
        trees.batchAnswers(rows, count, answers);

        for (int row = 0; row < 20; row++) {
            assertThat(margins[row])
                    .isEqualTo((float) golden.path("margin_first_20").path(row).doubleValue());
            float wanted =
                    (float) golden.path("proba_first_20_float32").path(row).doubleValue();
            assertThat(Float.floatToIntBits(answers[row]) - Float.floatToIntBits(wanted))
                    .isBetween(-1, 1);
        }
    }

    private static float[] everyFourthPassenger() throws IOException {
        try (var reader = CsvReader.builder().ofNamedCsvRecord(DATA.resolve("sets/titanic/titanic.csv"))) {
            var all = reader.stream().toList();
            var rows = new float[6 * (all.size() / 4)];
            for (int row = 0; row < rows.length / 6; row++) {
                var passenger = all.get(4 * row + 3);
                float[] one = numbers(Stream.of(
                        passenger.getField("Pclass"),
                        passenger.getField("Sex").equals("male") ? "1" : "0",
                        passenger.getField("Age"),
                        passenger.getField("SibSp"),
                        passenger.getField("Parch"),
                        passenger.getField("Fare")));
                System.arraycopy(one, 0, rows, 6 * row, 6);
            }
            return rows;
        }
    }

    private static float[] numbers(Stream<String> cells) {
        var list = cells.map(cell -> cell.isEmpty() ? Float.NaN : Float.parseFloat(cell))
                .toList();
        var row = new float[list.size()];
        for (int i = 0; i < row.length; i++) {
            row[i] = list.get(i);
        }
        return row;
    }
}
