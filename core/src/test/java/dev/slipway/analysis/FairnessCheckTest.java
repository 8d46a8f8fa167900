package dev.slipway.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.document.Json;
import dev.slipway.metric.Answers;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class FairnessCheckTest {
    /** 40 of A, 40 of B, 5 of C; A is answered yes twice as often as B for the same truth. */
    private static final List<String> GROUPS = Stream.of("A", "B", "C")
            .flatMap(group -> Stream.generate(() -> group).limit(group.equals("C") ? 5 : 40))
            .toList();

    private static final Answers ANSWERS = Answers.ofBinary(
            IntStream.range(0, 85).map(row -> row % 2).toArray(),
            IntStream.range(0, 85)
                    .mapToDouble(row -> row >= 80 ? 1 : row % 40 < (row < 40 ? 20 : 10) ? 0.9 : 0.1)
                    .toArray());

    private static final Fairness FAIRNESS = FairnessCheck.STANDARD.of("region", GROUPS, ANSWERS);

    @Test
    void a_group_with_too_few_rows_is_listed_and_not_compared() {
        var small = FAIRNESS.groups().get(2);

        assertThat(small.name()).isEqualTo("C");
        assertThat(small.enough()).isFalse();
        assertThat(small.rows()).isEqualTo(5);
        assertThat(small.against()).isEmpty();
        assertThat(FAIRNESS.find(Disparity.DEMOGRAPHIC_PARITY_RATIO)
                        .orElseThrow()
                        .value())
                .hasValue(0.5);
    }

    @Test
    void each_gap_comes_with_an_interval() {
        var gap = FAIRNESS.find(Disparity.DEMOGRAPHIC_PARITY_DIFFERENCE).orElseThrow();

        assertThat(gap.value()).hasValue(0.25);
        var interval = gap.interval().orElseThrow();
        assertThat(interval.contains(0.25)).isTrue();
        assertThat(interval.high() - interval.low()).isBetween(0.2, 0.6);
    }

    @Test
    void one_group_with_enough_rows_has_nothing_to_be_compared_with() {
        var alone = FairnessCheck.STANDARD.of(
                "region",
                GROUPS.subList(0, 40),
                ANSWERS.rows(IntStream.range(0, 40).toArray()));

        assertThat(alone.gaps()).isEmpty();
        assertThat(alone.reference()).isEqualTo("A");
        assertThat(FairnessCheck.STANDARD
                        .of("region", List.of(), ANSWERS.rows(new int[0]))
                        .groups())
                .isEmpty();
    }

    @Test
    void it_is_written_as_json_and_reads_back_as_the_same() {
        assertThat(Json.read("fairness.json", Json.write(FAIRNESS), Fairness.class))
                .isEqualTo(FAIRNESS);
    }
}
