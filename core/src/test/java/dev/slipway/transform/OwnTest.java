package dev.slipway.transform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.slipway.problem.SlipwayException;
import dev.slipway.statistic.ByColumn;
import dev.slipway.statistic.Nothing;
import dev.slipway.table.Column;
import dev.slipway.table.IntegerColumn;
import dev.slipway.table.Table;
import dev.slipway.table.TextColumn;
import dev.slipway.testkit.TransformerContract;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class OwnTest extends TransformerContract<ByColumn<Nothing>> {
    /** How many characters each column's text has. */
    public record TextSize(List<String> columns, int unit) implements OwnStep {
        public TextSize() {
            this(List.of(), 1);
        }

        @Override
        public Table make(Table texts) {
            return Table.of(texts.columns().stream().map(this::size).toList(), texts.origins());
        }

        private Column size(Column text) {
            return IntegerColumn.of(
                    text.name() + "_size",
                    IntStream.range(0, text.size())
                            .mapToLong(row -> text.text(row).length() / unit)
                            .toArray());
        }
    }

    /** Keeps one row, whatever it is given. */
    public record FirstRow(List<String> columns) implements OwnStep {
        @Override
        public Table make(Table rows) {
            return rows.slice(0, 1);
        }
    }

    /** Makes a column for each value. */
    public record Spread(List<String> columns) implements OwnStep {
        @Override
        public Table make(Table rows) {
            return Table.of(
                    List.of(IntegerColumn.of(
                            rows.rows() == 0 ? "none" : rows.columns().get(0).text(0), new long[rows.rows()])),
                    rows.origins());
        }
    }

    private static final Table NOTES = Table.of(TextColumn.of("note", "abc", "a"), IntegerColumn.of("n", 1, 2));
    private static final OwnSteps STEPS = OwnSteps.of(List.of(new TextSize()), List.of("scale"));

    @Override
    protected Transformer<ByColumn<Nothing>> step() {
        return new Own(new TextSize(List.of("sex", "port"), 2));
    }

    @Test
    void its_word_is_the_name_of_the_record_and_values_left_out_are_the_usual_ones() {
        var made = STEPS.make("text_size", Map.of("columns", List.of("note")), "here");

        assertThat(made.step()).isEqualTo(new TextSize(List.of("note"), 1));
        assertThat(made.fit(NOTES).apply(NOTES))
                .isEqualTo(Table.of(IntegerColumn.of("n", 1, 2), IntegerColumn.of("note_size", 3, 1)));
    }

    @Test
    void a_word_nobody_has_and_values_it_does_not_take_are_problems() {
        assertThatThrownBy(() -> STEPS.make("textsize", Map.of(), "features"))
                .isInstanceOf(SlipwayException.class)
                .hasMessageContaining("there is no step 'textsize'; did you mean 'text_size'?");
        assertThatThrownBy(() -> STEPS.make("text_size", Map.of("unit", "two"), "features"))
                .isInstanceOf(SlipwayException.class);
        assertThatThrownBy(() -> OwnSteps.of(List.of(new TextSize()), List.of("text_size")))
                .isInstanceOf(SlipwayException.class)
                .hasMessageContaining("there is another step 'text_size'");
    }

    @Test
    void a_model_with_a_step_that_is_not_there_says_which() {
        var fitted = new Own(new TextSize(List.of("note"), 1)).fit(NOTES);

        assertThatThrownBy(() -> OwnSteps.NONE.known(fitted))
                .isInstanceOf(SlipwayException.class)
                .hasMessageContaining("STEP-UNKNOWN: there is no step 'text_size'")
                .hasMessageContaining("SLIPWAY_PLUGINS=DIR");
        assertThat(STEPS.known(fitted)).isEqualTo(fitted);
    }

    @Test
    void code_that_fails_or_loses_rows_or_makes_other_columns_is_a_problem_that_names_it() {
        assertThatThrownBy(() -> new Own(new TextSize(List.of("note"), 0)).fit(NOTES))
                .hasMessageContaining("STEP-FAILED: the step 'text_size' failed: java.lang.ArithmeticException")
                .hasMessageContaining("table, column 'note'");
        assertThatThrownBy(() -> new Own(new FirstRow(List.of("note"))).fit(NOTES))
                .hasMessageContaining("STEP-ROWS: the step 'first_row' made 1 rows of 2");
        assertThatThrownBy(() -> new Own(new Spread(List.of("note"))).fit(NOTES).apply(NOTES.slice(1, 2)))
                .hasMessageContaining("STEP-COLUMNS: the step 'spread' made [a], and in training [abc]");
    }
}
