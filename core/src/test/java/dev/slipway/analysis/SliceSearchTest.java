package dev.slipway.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.slipway.document.Json;
import dev.slipway.metric.Answers;
import dev.slipway.metric.BinaryMetric;
import dev.slipway.metric.NumberMetric;
import dev.slipway.table.NumberColumn;
import dev.slipway.table.Table;
import dev.slipway.table.TextColumn;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SliceSearchTest {
    private static final int ROWS = 4_000;
    private static final String[] PORTS = {"Kiel", "Oslo", "Riga"};
    private static final String[] CABINS = {"inside", "outside"};
    private static final SliceSearch SEARCH =
            new SliceSearch(BinaryMetric.ROC_AUC, 50, 10, new Bootstrap(200, 0.95, 1));

    private static Table table(long seed) {
        var random = new SplittableRandom(seed);
        return Table.of(
                TextColumn.of(
                        "port",
                        IntStream.range(0, ROWS)
                                .mapToObj(row -> PORTS[random.nextInt(3)])
                                .toArray(String[]::new)),
                TextColumn.of(
                        "cabin type",
                        IntStream.range(0, ROWS)
                                .mapToObj(row -> CABINS[random.nextInt(2)])
                                .toArray(String[]::new)),
                NumberColumn.of(
                        "age",
                        IntStream.range(0, ROWS)
                                .mapToDouble(row -> random.nextInt(18, 82))
                                .toArray()));
    }

    /** Right answers, except where the model guesses: in outside cabins from Oslo. */
    private static Answers answers(Table table, boolean blind) {
        var random = new SplittableRandom(5);
        int[] truth = IntStream.range(0, ROWS).map(row -> random.nextInt(2)).toArray();
        double[] score = IntStream.range(0, ROWS)
                .mapToDouble(row -> {
                    boolean guessed = blind
                            && table.column("port").text(row).equals("Oslo")
                            && table.column("cabin type").text(row).equals("outside");
                    return guessed ? random.nextDouble() : 0.5 * random.nextDouble() + 0.5 * truth[row];
                })
                .toArray();
        return Answers.ofBinary(truth, score);
    }

    @Test
    void the_pair_of_conditions_on_which_the_model_guesses_is_the_worst_slice_found() {
        var table = table(1);

        var slices = SEARCH.of(table, answers(table, true), List.of());

        var worst = slices.found().get(0);
        assertThat(worst.condition()).isEqualTo("port = 'Oslo' AND \"cabin type\" = 'outside'");
        assertThat(worst.value().orElseThrow()).isBetween(0.4, 0.6);
        assertThat(worst.interval().orElseThrow().high())
                .isLessThan(slices.overall().orElseThrow());
        assertThat(worst.chance()).isLessThan(1e-6);
        assertThat(slices.worst()).isPresent();
    }

    @Test
    void where_the_model_does_alike_everywhere_nothing_is_found_in_nineteen_of_twenty_data_sets() {
        long alarms = IntStream.range(0, 40)
                .filter(seed -> {
                    var table = table(100 + seed);
                    return !SEARCH.of(table, answers(table, false), List.of())
                            .found()
                            .isEmpty();
                })
                .count();

        assertThat(alarms).isLessThanOrEqualTo(4);
    }

    @Test
    void a_declared_column_is_measured_value_by_value_and_a_condition_on_both_sides() {
        var table = table(1);

        var slices = SEARCH.of(table, answers(table, true), List.of("port", "age < 30"));

        assertThat(slices.declared().get(0).slices())
                .extracting(Slice::condition)
                .containsExactly("port = 'Kiel'", "port = 'Oslo'", "port = 'Riga'");
        assertThat(slices.worst("port").orElseThrow().condition()).isEqualTo("port = 'Oslo'");
        assertThat(SEARCH.worst(table, answers(table, true), "port").orElseThrow())
                .isEqualTo(slices.worst("port").orElseThrow().value().orElseThrow());
        var young = slices.declared().get(1).slices();
        assertThat(young.get(0).condition()).isEqualTo("age < 30");
        assertThat(young.get(0).rows() + young.get(1).rows()).isEqualTo(ROWS);
        assertThat(Json.read("slices.json", Json.write(slices), Slices.class)).isEqualTo(slices);
    }

    @Test
    void a_slice_with_too_few_rows_is_listed_and_not_measured() {
        var table = table(1).rows(IntStream.range(0, 120).toArray());
        var answers = answers(table(1), true).rows(IntStream.range(0, 120).toArray());

        var slices = SEARCH.of(table, answers, List.of("port"));

        assertThat(slices.declared().get(0).slices()).allSatisfy(slice -> {
            assertThat(slice.enough()).isEqualTo(slice.rows() >= 50);
            assertThat(slice.value().isPresent()).isEqualTo(slice.rows() >= 50);
        });
        assertThat(slices.worst("nobody declared this")).isEmpty();
    }

    @Test
    void numbers_are_judged_by_their_distance() {
        var table = table(1);
        double[] truth = IntStream.range(0, ROWS).mapToDouble(row -> row % 50).toArray();
        double[] answer = IntStream.range(0, ROWS)
                .mapToDouble(row -> truth[row] + (table.column("age").number(row) >= 66 ? 9 : 1) * (row % 3 - 1))
                .toArray();

        var slices = new SliceSearch(NumberMetric.MAE, 50, 3, new Bootstrap(100, 0.9, 1))
                .of(table, Answers.ofNumbers(truth, answer), List.of());

        assertThat(slices.found().get(0).condition()).startsWith("age >= 6");
        assertThat(slices.worst().orElseThrow().value().orElseThrow())
                .isGreaterThan(slices.overall().orElseThrow());
    }

    @Test
    void what_is_no_column_and_no_condition_is_refused() {
        var table = table(1);

        assertThatThrownBy(() -> SEARCH.of(table, answers(table, false), List.of("prot")))
                .hasMessageContaining("'port'");
        assertThatThrownBy(() -> SEARCH.of(table, answers(table, false), List.of("age + 1")))
                .hasMessageContaining("neither a column nor true or false");
    }
}
