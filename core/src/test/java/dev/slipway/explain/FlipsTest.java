package dev.slipway.explain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.slipway.model.Predictions;
import dev.slipway.table.Table;
import dev.slipway.table.TextColumn;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class FlipsTest {
    private static final Table PORTS = Table.of(TextColumn.of(
            "port",
            IntStream.range(0, 100).mapToObj(row -> row < 30 ? "Kiel" : "Oslo").toArray(String[]::new)));

    @Test
    void rows_with_another_class_are_found_with_what_they_share() {
        var before = Predictions.ofPositive(
                IntStream.range(0, 100).mapToDouble(row -> 0.3).toArray());
        var after = Predictions.ofPositive(IntStream.range(0, 100)
                .mapToDouble(row -> row == 8 ? 0.9 : row < 20 ? 0.6 : 0.45)
                .toArray());

        var found = Flips.of(PORTS, List.of("no", "yes"), before, after);

        assertThat(found.rows()).isEqualTo(100);
        assertThat(found.flipped()).isEqualTo(20);
        assertThat(found.first()).hasSize(10);
        assertThat(found.first().get(0).row()).isEqualTo(8);
        assertThat(found.first().get(0).before()).isEqualTo("no");
        assertThat(found.first().get(0).after()).isEqualTo("yes");
        assertThat(found.first().get(0).moved()).isCloseTo(0.6, within(1e-12));
        assertThat(found.groups().get(0).text()).isEqualTo("port = 'Kiel'");
        assertThat(found.groups().get(0).marked()).isEqualTo(20);
    }

    @Test
    void a_number_flips_when_it_moves_by_a_quarter_of_the_deviation() {
        var before = Predictions.ofNumbers(
                IntStream.range(0, 100).mapToDouble(row -> row % 2 * 2.0).toArray());
        var after = Predictions.ofNumbers(IntStream.range(0, 100)
                .mapToDouble(row -> row % 2 * 2.0 + (row == 5 ? -0.26 : 0.2))
                .toArray());

        var found = Flips.of(PORTS, List.of(), before, after);

        assertThat(found.flipped()).isEqualTo(1);
        assertThat(found.first().get(0).row()).isEqualTo(5);
        assertThat(found.first().get(0).moved()).isCloseTo(-0.26, within(1e-12));
        assertThat(found.groups()).isEmpty();
    }

    @Test
    void equal_models_flip_nothing() {
        var same = Predictions.ofPositive(new double[100]);

        assertThat(Flips.of(PORTS, List.of("no", "yes"), same, same))
                .isEqualTo(new Flips(100, 0, List.of(), List.of()));
    }
}
