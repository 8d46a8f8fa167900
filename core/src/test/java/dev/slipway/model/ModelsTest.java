package dev.slipway.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.slipway.expression.Expression;
import dev.slipway.problem.SlipwayException;
import dev.slipway.table.IntegerColumn;
import dev.slipway.table.Missing;
import dev.slipway.table.NumberColumn;
import dev.slipway.table.Table;
import dev.slipway.table.TextColumn;
import dev.slipway.tree.XgboostTrees;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ModelsTest {
    private static Stream<ServedModel> models() {
        return Stream.of(Ferry.constant(), Ferry.rule(), Ferry.linear(), Ferry.trees());
    }

    @ParameterizedTest
    @MethodSource("models")
    void one_row_gets_the_answer_it_gets_among_many(ServedModel model) {
        var rows = Ferry.bookings();
        var many = model.predict(rows);

        assertThat(many.rows()).isEqualTo(rows.rows());
        for (int row = 0; row < rows.rows(); row++) {
            assertThat(model.predict(rows.slice(row, row + 1)))
                    .isEqualTo(Predictions.of(2, many.probability(row, 0), many.probability(row, 1)));
        }
        assertThat(model.predict(rows.slice(0, 0)).rows()).isZero();
    }

    @ParameterizedTest
    @MethodSource("models")
    void the_inputs_are_all_a_model_needs(ServedModel model) {
        var rows = Ferry.bookings();

        assertThat(model.predict(
                        rows.select(List.copyOf(model.pipeline().inputs())).with(rows.column("id"))))
                .isEqualTo(model.predict(rows));
    }

    @Test
    void a_rule_answers_within_0_and_1_and_nothing_is_no() {
        var rule = new RuleModel(Expression.parse("x"), Ferry.TARGET);
        var rows = Table.of(NumberColumn.of("x", Missing.where(5, row -> row == 3), 0.25, 7, -7, 0, Double.NaN));

        assertThat(rule.predict(rows).positive()).containsExactly(0.25, 1, 0, 0, 0);
    }

    @Test
    void a_rule_that_answers_with_words_is_refused() {
        var training = Training.of(Table.of(TextColumn.of("sex", "male")), Ferry.TARGET, 0);

        assertThatThrownBy(() -> new Rule("sex").fit(training))
                .isInstanceOf(SlipwayException.class)
                .hasMessageContaining("RULE-NOT-AN-ANSWER");
    }

    @Test
    void the_majority_answers_with_the_shares_of_training() {
        var training = Training.of(Table.of(IntegerColumn.of("n", 1, 2, 3, 4)), Ferry.TARGET, 1, 0, 0, 0);

        assertThat(new Majority().fit(training)).isEqualTo(new ConstantModel(List.of(0.75, 0.25)));
    }

    @Test
    void a_linear_model_always_has_an_answer() {
        var model = new LinearModel(
                List.of("a", "b"), List.of(1.0, 0.0), new LinearFunction(0, new double[] {1e300, -1e300}));
        var rows = Table.of(
                NumberColumn.of("a", Missing.where(3, row -> row == 1), 1e300, 0, 0),
                NumberColumn.of("b", 1e300, 0, 0));

        assertThat(model.predict(rows).positive()).containsExactly(0.5, 1, 0.5);
    }

    @Test
    void of_two_equally_likely_classes_the_later_is_named() {
        assertThat(Predictions.ofPositive(0.5, 0.4999).label(0)).isEqualTo(1);
        assertThat(Predictions.ofPositive(0.5, 0.4999).label(1)).isZero();
        assertThat(Predictions.of(3, 0.4, 0.2, 0.4).label(0)).isEqualTo(2);
        assertThatThrownBy(() -> Predictions.of(1, 0.5))
                .hasMessageContaining("1 probabilities do not make rows of 1 classes");
    }

    @Test
    void steps_that_leave_no_column_are_refused() {
        var nothing = Table.of(NumberColumn.of("age", 1)).without(List.of("age"));

        assertThatThrownBy(() -> Matrix.numericColumns(nothing))
                .hasMessageContaining("MODEL-NO-COLUMNS")
                .hasMessageContaining("drop fewer columns");
    }

    @Test
    void words_left_behind_the_last_step_are_refused_by_name_all_at_once() {
        var table = Table.of(NumberColumn.of("age", 1), TextColumn.of("sex", "male"), TextColumn.of("port", "S"));

        assertThatThrownBy(() -> Matrix.numericColumns(table))
                .isInstanceOfSatisfying(
                        SlipwayException.class,
                        refusal -> assertThat(refusal.problems()).hasSize(2))
                .hasMessageContaining("onehot: {columns: [sex]}")
                .hasMessageContaining("- drop: [port]");
    }

    @Test
    void a_matrix_is_the_named_columns_row_by_row_wherever_they_stand() {
        var table = Table.of(
                NumberColumn.of("a", 1, 2),
                IntegerColumn.of("b", Missing.where(2, row -> row == 0), 3, 4),
                NumberColumn.of("c", 5, 6));

        assertThat(Matrix.doubles(table, List.of("a", "b", "c"))).containsExactly(1, Double.NaN, 5, 2, 4, 6);
        assertThat(Matrix.floats(table, List.of("c", "a"))).containsExactly(5, 1, 6, 2);
        assertThatThrownBy(() -> Matrix.floats(table, List.of("a", "d")))
                .hasMessageContaining("there is no column 'd'");
    }

    @Test
    void trees_that_xgboost_grew_on_the_titanic_answer_the_same_from_their_folder_shape() throws IOException {
        var file = Path.of(System.getProperty("slipway.root", "."), "../shared/data/golden/xgb_titanic_30trees.json");
        assumeTrue(Files.exists(file), () -> "skipped: no golden trees at " + file);
        var columns = List.of("Pclass", "male", "Age", "SibSp", "Parch", "Fare");
        var trees = XgboostTrees.read(Files.readAllBytes(file));
        var files = new TreeMap<String, byte[]>();
        var model = new TreeModel(columns, trees);

        var again = ModelFile.of(model, files).model(files, Ferry.TARGET);

        var random = new Random(4);
        var rows = Table.of(columns.stream()
                .map(name -> NumberColumn.of(
                        name,
                        Missing.where(500, row -> random.nextInt(6) == 0),
                        random.doubles(500, 0, 60).toArray()))
                .toArray(NumberColumn[]::new));
        assertThat(again.predict(rows)).isEqualTo(model.predict(rows));
        assertThat(files.get(ModelFile.XGBOOST)).isEqualTo(Files.readAllBytes(file));
    }
}
