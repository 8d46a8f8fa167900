package dev.slipway.explain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.slipway.metric.Answers;
import dev.slipway.table.NumberColumn;
import dev.slipway.table.Table;
import dev.slipway.table.TextColumn;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ErrorAnalysisTest {
    private static final Table SIXTY = Table.of(
            NumberColumn.of(
                    "age", IntStream.range(0, 60).mapToDouble(row -> row).toArray()),
            TextColumn.of(
                    "port",
                    IntStream.range(0, 60)
                            .mapToObj(row -> row < 10 ? "Kiel" : row % 2 == 0 ? "Oslo" : "Turku")
                            .toArray(String[]::new)));

    @Test
    void the_rows_most_surely_wrong_are_the_worst_and_share_their_port() {
        int[] truth = IntStream.range(0, 60).map(row -> row < 10 ? 1 : 0).toArray();
        double[] positive =
                IntStream.range(0, 60).mapToDouble(row -> row == 4 ? 0.01 : 0.1).toArray();

        var found = new ErrorAnalysis(1 / 6.0, 2).of(SIXTY, List.of("no", "yes"), Answers.ofBinary(truth, positive));

        assertThat(found.rows()).isEqualTo(60);
        assertThat(found.worst()).isEqualTo(10);
        assertThat(found.least()).isCloseTo(-Math.log(0.1), within(1e-12));
        assertThat(found.share()).isBetween(0.8, 0.9);
        assertThat(found.first().get(0)).isEqualTo(new ErrorGroups.BadAnswer(4, "yes", 0.01, -StrictMath.log(0.01)));
        assertThat(found.first().get(1).row()).isZero();
        assertThat(found.groups().get(0).text()).isEqualTo("port = 'Kiel'");
        assertThat(found.groups().get(0).lift()).isCloseTo(6, within(1e-12));
    }

    @Test
    void numbers_are_worst_where_the_square_of_the_error_is_largest() {
        double[] truth = IntStream.range(0, 60).mapToDouble(row -> row).toArray();
        double[] answered = IntStream.range(0, 60)
                .mapToDouble(row -> row == 7 ? -3 : row + 1)
                .toArray();

        var found = ErrorAnalysis.defaults().of(SIXTY, List.of(), Answers.ofNumbers(truth, answered));

        assertThat(found.first().get(0)).isEqualTo(new ErrorGroups.BadAnswer(7, "7.0", -3, 100));
        assertThat(found.worst()).as("all others are wrong by the same").isEqualTo(1);
        assertThat(found.share()).isCloseTo(100 / 159.0, within(1e-12));
    }

    @Test
    void rows_that_are_wrong_by_the_same_are_not_told_apart_by_their_place() {
        int[] truth = IntStream.range(0, 60).map(row -> row < 20 ? 1 : 0).toArray();
        double[] positive = IntStream.range(0, 60).mapToDouble(row -> 0.2).toArray();

        var found = ErrorAnalysis.defaults().of(SIXTY, List.of("no", "yes"), Answers.ofBinary(truth, positive));

        assertThat(found.worst()).isEqualTo(20);
    }

    @Test
    void no_rows_have_no_errors() {
        var none = ErrorAnalysis.defaults()
                .of(SIXTY.slice(0, 0), List.of(), Answers.ofNumbers(new double[0], new double[0]));

        assertThat(none).isEqualTo(new ErrorGroups(0, 0, 0, 0, List.of(), List.of()));
    }
}
