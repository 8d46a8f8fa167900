package dev.slipway.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.metric.Answers;
import dev.slipway.table.NumberColumn;
import dev.slipway.table.Table;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class TooGoodTest {
    private static final int ROWS = 400;
    private static final int[] TRUTH =
            IntStream.range(0, ROWS).map(row -> row % 2).toArray();

    private static Answers scored(double blur) {
        var random = new SplittableRandom(3);
        return Answers.ofBinary(
                TRUTH,
                IntStream.range(0, ROWS)
                        .mapToDouble(row -> (1 - blur) * TRUTH[row] + blur * random.nextDouble())
                        .toArray());
    }

    private static Table noise() {
        var random = new SplittableRandom(8);
        return Table.of(NumberColumn.of(
                "noise",
                IntStream.range(0, ROWS).mapToDouble(row -> random.nextDouble()).toArray()));
    }

    @Test
    void perfect_answers_are_doubted_and_the_reader_is_told_what_to_check() {
        var doubts = TooGood.of(noise(), scored(0.2));

        assertThat(doubts).extracting(Doubt::code).containsExactly("EVALUATION-PERFECT");
        assertThat(doubts.get(0).sentence()).contains("1.00000 on 400 rows").contains("known only after the outcome");
    }

    @Test
    void good_answers_and_few_rows_are_not_doubted() {
        assertThat(TooGood.of(noise(), scored(0.6))).isEmpty();
        int[] few = IntStream.range(0, 99).toArray();
        assertThat(TooGood.of(noise().rows(few), scored(0.2).rows(few))).isEmpty();
    }

    @Test
    void a_constant_error_of_numbers_is_not_perfect_and_none_is() {
        double[] truth = IntStream.range(0, ROWS).mapToDouble(row -> row).toArray();
        double[] off = IntStream.range(0, ROWS)
                .mapToDouble(row -> row + 20 * (row % 2))
                .toArray();

        assertThat(TooGood.of(noise(), Answers.ofNumbers(truth, truth))).hasSize(1);
        assertThat(TooGood.of(noise(), Answers.ofNumbers(truth, off))).isEmpty();
    }

    @Test
    void answers_better_than_contradicting_rows_permit_are_doubted() {
        // All rows are alike, half of them yes: nobody can be right more often than half of the time.
        var alike = Table.of(NumberColumn.of("same", new double[ROWS]));

        assertThat(TooGood.of(alike, scored(0.6))).extracting(Doubt::code).containsExactly("EVALUATION-BEYOND-NOISE");
        assertThat(Contradictions.ceiling(alike, scored(0.6))).isEqualTo(0.5);
        assertThat(Contradictions.ceiling(noise(), scored(0.6))).isEqualTo(1);
    }

    @Test
    void a_column_that_says_nearly_everything_alone_is_named() {
        var answers = scored(0.55);
        var telling = noise().with(NumberColumn.of(
                "paid",
                IntStream.range(0, ROWS)
                        .mapToDouble(row -> 7 - answers.answer(row))
                        .toArray()));

        assertThat(TooGood.of(telling, answers)).singleElement().satisfies(doubt -> {
            assertThat(doubt.code()).isEqualTo("EVALUATION-ONE-COLUMN");
            assertThat(doubt.what()).startsWith("'paid' alone");
        });
    }
}
