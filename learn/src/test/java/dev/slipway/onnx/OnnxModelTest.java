package dev.slipway.onnx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.slipway.model.OnnxModel;
import dev.slipway.model.Target;
import dev.slipway.problem.SlipwayException;
import dev.slipway.table.NumberColumn;
import dev.slipway.table.Table;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class OnnxModelTest {
    private static final Table ROWS = Table.of(NumberColumn.of("a", 1, 0, -3), NumberColumn.of("b", 0, 2, 0.5));
    private static final List<String> COLUMNS = List.of("a", "b");
    private static final Target YES_OR_NO = new Target.Classes("answer", List.of("no", "yes"));
    private static final Target COLOURS = new Target.Classes("colour", List.of("blue", "green", "red"));

    @Test
    void one_tensor_of_all_columns_gives_the_probability_of_yes() {
        var answers = new OnnxModel(COLUMNS, YES_OR_NO, TinyOnnx.logistic()).predict(ROWS);

        assertThat(answers.classes()).isEqualTo(2);
        assertThat(answers.probability(0, 1)).isCloseTo(1 / (1 + Math.exp(-1)), within(OnnxModel.TOLERANCE));
        assertThat(answers.probability(1, 1)).isCloseTo(1 / (1 + Math.exp(4)), within(OnnxModel.TOLERANCE));
        assertThat(answers.probability(2, 0)).isCloseTo(1 - 1 / (1 + Math.exp(4)), within(OnnxModel.TOLERANCE));
    }

    @Test
    void one_row_alone_gets_the_answer_it_gets_among_others() {
        var model = new OnnxModel(COLUMNS, YES_OR_NO, TinyOnnx.logistic());
        var together = model.predict(ROWS);

        for (int row = 0; row < 3; row++) {
            assertThat(model.predict(ROWS.slice(row, row + 1)).probability(0, 1))
                    .isCloseTo(together.probability(row, 1), within(OnnxModel.TOLERANCE));
        }
        assertThat(model.predict(ROWS.slice(0, 0)).rows()).isZero();
    }

    @Test
    void a_tensor_a_column_is_found_by_name_and_a_number_is_a_number() {
        var answers = new OnnxModel(COLUMNS, new Target.Quantity("sum"), TinyOnnx.sumOfTwoInputs()).predict(ROWS);

        assertThat(answers.numbers()).containsExactly(1, 20, 2);
    }

    @Test
    void a_map_of_classes_is_read_by_their_names() {
        var answers = new OnnxModel(COLUMNS, COLOURS, TinyOnnx.zipMap()).predict(ROWS);

        double sum = Math.exp(1) + 2;
        assertThat(answers.probability(0, 2)).isCloseTo(Math.exp(1) / sum, within(OnnxModel.TOLERANCE));
        assertThat(answers.probability(0, 0)).isCloseTo(1 / sum, within(OnnxModel.TOLERANCE));
        assertThat(answers.label(1)).isEqualTo(1);
    }

    @Test
    void labels_alone_are_certainties() {
        var answers = new OnnxModel(COLUMNS, YES_OR_NO, TinyOnnx.labelsAlone()).predict(ROWS);

        assertThat(answers.positive()).containsExactly(0, 1, 1);
    }

    @Test
    void what_does_not_fit_is_refused_when_it_is_loaded() {
        assertThatThrownBy(() -> new OnnxModel(List.of("a"), YES_OR_NO, TinyOnnx.logistic()))
                .isInstanceOf(SlipwayException.class)
                .hasMessageContaining("which 1 columns do not make");
        assertThatThrownBy(() -> new OnnxModel(List.of("a", "c"), new Target.Quantity("y"), TinyOnnx.sumOfTwoInputs()))
                .hasMessageContaining("input 'b' is none of the columns [a, c]");
        assertThatThrownBy(() -> new OnnxModel(COLUMNS, COLOURS, TinyOnnx.logistic()))
                .hasMessageContaining("none of its outputs [p] answers [blue, green, red]");
    }

    @Test
    void damage_is_refused_wherever_it_is() {
        byte[] whole = TinyOnnx.logistic();
        for (int length = 1; length < whole.length; length += 13) {
            byte[] cut = Arrays.copyOf(whole, length);
            assertThatThrownBy(() -> new OnnxModel(COLUMNS, YES_OR_NO, cut))
                    .isInstanceOf(SlipwayException.class)
                    .hasMessageContaining("MODEL-");
        }
    }

    @Test
    void it_travels_as_its_file() throws IOException, ClassNotFoundException {
        var bytes = new ByteArrayOutputStream();
        try (var out = new ObjectOutputStream(bytes)) {
            out.writeObject(new OnnxModel(COLUMNS, YES_OR_NO, TinyOnnx.logistic()));
        }
        try (var in = new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray()))) {
            assertThat(((OnnxModel) in.readObject()).predict(ROWS).rows()).isEqualTo(3);
        }
    }

    @Test
    void its_first_bytes_are_known() {
        assertThat(OnnxModel.isLikely(TinyOnnx.logistic())).isTrue();
        assertThat(OnnxModel.isLikely(new byte[] {(byte) 0x80, 4, 1})).isFalse();
        assertThat(OnnxModel.isLikely(new byte[] {'{', '"', 'a'})).isFalse();
    }
}
