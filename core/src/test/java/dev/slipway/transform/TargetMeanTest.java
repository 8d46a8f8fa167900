package dev.slipway.transform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.slipway.problem.SlipwayException;
import dev.slipway.statistic.ByColumn;
import dev.slipway.table.CategoryColumn;
import dev.slipway.table.Column;
import dev.slipway.table.NumberColumn;
import dev.slipway.table.Table;
import dev.slipway.table.TextColumn;
import dev.slipway.testkit.TransformerContract;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class TargetMeanTest extends TransformerContract<ByColumn<TargetSums>> {
    private static final Table CITIES = Table.of(
            TextColumn.of("city", "a", "a", "b", "b", "b", "c"),
            NumberColumn.of(Transformer.TARGET, 10, 20, 30, 30, 60, 90));

    private static TargetMean rows(double more) {
        return new TargetMean(List.of("city"), new TargetMean.Smoothing.Rows(more));
    }

    @Override
    protected Transformer<ByColumn<TargetSums>> step() {
        return new TargetMean(List.of("siblings", "sex", "port"), new TargetMean.Smoothing.Auto());
    }

    @Test
    void a_value_becomes_the_mean_answer_drawn_towards_that_of_all_and_a_new_one_the_mean_of_all() {
        var others = Table.of(TextColumn.of("city", "a", "b", "c", "d"));

        assertThat(rows(0).fit(CITIES).apply(others)).isEqualTo(Table.of(NumberColumn.of("city", 15, 40, 90, 40)));
        assertThat(rows(2).fit(CITIES).apply(others))
                .isEqualTo(Table.of(NumberColumn.of("city", (30 + 80) / 4.0, 40, (90 + 80) / 3.0, 40)));
        assertThat(rows(0).fit(CITIES).unseen(others)).isEqualTo(Map.of("city", 1L));
    }

    @Test
    void several_classes_have_a_column_each() {
        var table = Table.of(
                TextColumn.of("city", "a", "a", "b", "b"),
                CategoryColumn.of(Transformer.TARGET, List.of("red", "green", "blue"), 0, 1, 2, 2));

        var encoded = rows(0).fit(table).apply(Table.of(TextColumn.of("city", "b", "a", "z")));

        assertThat(encoded)
                .isEqualTo(Table.of(
                        NumberColumn.of("city:red", 0, 0.5, 0.25),
                        NumberColumn.of("city:green", 0, 0.5, 0.25),
                        NumberColumn.of("city:blue", 1, 0, 0.5)));
    }

    @Test
    void no_training_row_is_described_by_its_own_answer() {
        var random = new Random(1);
        int rows = 1_000;
        var keys = IntStream.range(0, rows)
                .mapToObj(row -> "k" + random.nextInt(300))
                .toArray(String[]::new);
        double[] answers = random.doubles(rows).map(Math::rint).toArray();
        var training = Table.of(TextColumn.of("city", keys), NumberColumn.of(Transformer.TARGET, answers));
        var fitted = rows(0).fit(training);

        double leaking = correlation(fitted.apply(training).column("city"), answers);
        var encoded = rows(0).applyToTraining(fitted, training);

        assertThat(leaking).isGreaterThan(0.4);
        assertThat(correlation(encoded.column("city"), answers)).isLessThan(0.1);
        answers[7] = 1 - answers[7];
        var other = Table.of(TextColumn.of("city", keys), NumberColumn.of(Transformer.TARGET, answers.clone()));
        assertThat(rows(0).applyToTraining(rows(0).fit(other), other)
                        .column("city")
                        .number(7))
                .isEqualTo(encoded.column("city").number(7));
    }

    private static double correlation(Column column, double... answers) {
        double[] values =
                IntStream.range(0, answers.length).mapToDouble(column::number).toArray();
        double mean = IntStream.range(0, values.length)
                .mapToDouble(i -> values[i])
                .average()
                .orElseThrow();
        double meanAnswer = Arrays.stream(answers).average().orElseThrow();
        double product = 0;
        double square = 0;
        double squareAnswer = 0;
        for (int i = 0; i < values.length; i++) {
            product += (values[i] - mean) * (answers[i] - meanAnswer);
            square += (values[i] - mean) * (values[i] - mean);
            squareAnswer += (answers[i] - meanAnswer) * (answers[i] - meanAnswer);
        }
        return product / Math.sqrt(square * squareAnswer);
    }

    @Test
    void a_single_training_row_cannot_be_encoded_by_others() {
        var one = CITIES.slice(0, 1);

        assertThatThrownBy(() -> rows(0).applyToTraining(rows(0).fit(one), one))
                .isInstanceOf(SlipwayException.class)
                .hasMessageContaining("TRANSFORM-NO-ROWS")
                .hasMessageContaining("column 'city'");
        assertThat(rows(0).applyToTraining(rows(0).fit(CITIES), CITIES)
                        .column("city")
                        .number(5))
                .as("c is in no other fold: the mean of 20, 30, 30 and 60")
                .isCloseTo(35.0, within(1e-12));
    }
}
