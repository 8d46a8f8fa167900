package dev.slipway.association;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.slipway.table.ColumnType;
import dev.slipway.table.IntegerColumn;
import dev.slipway.table.NumberColumn;
import dev.slipway.table.Table;
import dev.slipway.table.TextColumn;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class SearchesTest {
    private static TextColumn words(String name, int rows, IntFunction<String> word) {
        return TextColumn.of(name, IntStream.range(0, rows).mapToObj(word).toArray(String[]::new));
    }

    private static Associations of(Table table) {
        return Associations.of(Sets.sample(table), Reading.of(Map.of()));
    }

    @Test
    void a_postcode_says_the_town_and_the_row_where_it_does_not_is_named() {
        var random = new Random(1);
        int[] codes = random.ints(1_000, 0, 40).toArray();
        var table = Table.of(
                words("postcode", 1_000, row -> "P" + codes[row]),
                words("town", 1_000, row -> row == 700 ? "Elsewhere" : "T" + codes[row] / 4),
                words("other", 1_000, row -> "x" + random.nextInt(5)));

        var found = of(table).dependencies();

        assertThat(found).hasSize(1);
        var dependency = found.get(0);
        assertThat(dependency.determining()).containsExactly("postcode");
        assertThat(dependency.determined()).isEqualTo("town");
        assertThat(dependency.repeats()).isEqualTo(960);
        assertThat(dependency.holds()).isFalse();
        assertThat(dependency.violations()).isEqualTo(1);
        assertThat(dependency.violating())
                .containsExactly(new Dependency.Violation(
                        new SampledRow("table", 701, 0), List.of("P" + codes[700]), "Elsewhere", "T" + codes[700] / 4));
    }

    @Test
    void two_columns_together_can_say_a_third() {
        var random = new Random(2);
        int[] shops = random.ints(3_000, 0, 12).toArray();
        int[] shelves = random.ints(3_000, 0, 15).toArray();
        int[] articles = random.ints(12 * 15, 0, 30).toArray();
        var table = Table.of(
                words("shop", 3_000, row -> "s" + shops[row]),
                words("shelf", 3_000, row -> "f" + shelves[row]),
                words("article", 3_000, row -> "a" + articles[shops[row] * 15 + shelves[row]]));

        var found = of(table).dependencies();

        assertThat(found).hasSize(1);
        assertThat(found.get(0).determining()).containsExactly("shop", "shelf");
        assertThat(found.get(0).determined()).isEqualTo("article");
        assertThat(found.get(0).holds()).isTrue();
    }

    @Test
    void a_key_determines_nothing_as_it_never_repeats() {
        var table = Table.of(words("id", 500, row -> "k" + row), words("value", 500, row -> "v" + row % 3));

        assertThat(of(table).dependencies()).isEmpty();
    }

    @Test
    void rows_that_are_the_same_or_nearly_are_named() {
        var table = Table.of(
                words("id", 300, row -> "k" + (row == 299 ? 20 : row)),
                words("name", 300, row -> "n" + (row >= 298 ? row - 278 - (row - 298) : row)),
                IntegerColumn.of(
                        "n",
                        IntStream.range(0, 300)
                                .mapToLong(row -> row >= 298 ? 20 : row)
                                .toArray()));

        var found = of(table).repeated();

        assertThat(found.get(0).but()).isEmpty();
        assertThat(found.get(0).rows()).isEqualTo(1);
        assertThat(found.get(0).groups())
                .containsExactly(List.of(new SampledRow("table", 21, 0), new SampledRow("table", 300, 0)));
        assertThat(found)
                .anyMatch(some -> some.but().equals(List.of("id"))
                        && some.groups()
                                .contains(List.of(new SampledRow("table", 21, 0), new SampledRow("table", 299, 0))));
    }

    @Test
    void columns_that_are_missing_together_are_one_pattern() {
        var table = Table.of(
                words("a", 100, row -> row % 4 == 0 ? "" : "x"),
                words("b", 100, row -> row % 4 == 0 ? "" : "y"),
                words("c", 100, row -> "z"));

        assertThat(of(table).missing())
                .containsExactly(
                        new MissingPattern(List.of(), 75, 0.75), new MissingPattern(List.of("a", "b"), 25, 0.25));
    }

    @Test
    void a_strange_row_says_which_values_make_it_so() {
        var random = new Random(5);
        double[] heights = random.doubles(2_000).map(v -> 160 + 30 * v).toArray();
        heights[1_234] = 17_000;
        var table = Table.of(
                NumberColumn.of("height", heights),
                words("sex", 2_000, row -> row % 2 == 0 ? "female" : "male"),
                words("role", 2_000, row -> row == 77 || row % 2 == 0 ? "wife" : "husband"));

        var strange = of(table).strange();

        assertThat(strange).extracting(some -> some.row().record()).containsExactly(1_235L, 78L);
        assertThat(strange.get(0).oddities().get(0).sentence())
                .startsWith("height = 17000.0 is far out: 98 % of the values lie from 16");
        assertThat(strange.get(1).oddities().get(0).columns()).containsExactly("sex", "role");
        assertThat(strange.get(1).oddities().get(0).values()).containsExactly("male", "wife");
        assertThat(strange.get(1).oddities().get(0).sentence())
                .startsWith("sex = male with role = wife: 1 of 2000 rows, where chance alone would make it 50");
    }

    @Test
    void what_cannot_be_read_as_its_kind_counts_as_missing_and_is_counted() {
        var table = Table.of(words("n", 50, row -> row == 3 ? "n/k" : Integer.toString(row)), words("m", 50, row -> {
            return row == 4 ? "-" : Integer.toString(2 * row);
        }));
        var reading = Reading.of(Map.of("n", ColumnType.INTEGER, "m", ColumnType.INTEGER))
                .missing("m", "-");

        var seen = Associations.of(Sets.sample(table), reading);

        assertThat(seen.unread()).containsExactly(Map.entry("n", 1L));
        var pearson = seen.correlations().find("m", "n", Measure.PEARSON).orElseThrow();
        assertThat(pearson.rows()).isEqualTo(48);
        assertThat(pearson.value()).isCloseTo(1, within(1e-12));
    }

    @Test
    void an_empty_table_and_one_of_constants_have_nothing_to_say() {
        var empty = of(Table.of(words("a", 0, row -> ""), words("b", 0, row -> "")));
        var constant = Associations.of(
                Sets.sample(Table.of(IntegerColumn.of("a", 1, 1, 1), IntegerColumn.of("b", 2, 2, 2))),
                Reading.of(Map.of()),
                "b");

        assertThat(empty.sampled()).isZero();
        assertThat(empty.dependencies()).isEmpty();
        assertThat(constant.correlations()
                        .find("a", "b", Measure.PEARSON)
                        .orElseThrow()
                        .value())
                .isNaN();
        assertThat(constant.target().orElseThrow().suspects()).isEmpty();
    }

    @Tag("slow")
    @Test
    void a_sample_says_how_far_its_figures_may_be_off() {
        var random = new Random(9);
        int rows = 20_000;
        double[] x = random.doubles(rows).toArray();
        double[] y = IntStream.range(0, rows)
                .mapToDouble(row -> x[row] + random.nextGaussian() / 2)
                .toArray();
        var table = Table.of(
                NumberColumn.of("x", x),
                NumberColumn.of("y", y),
                words("a", rows, row -> "a" + (int) (x[row] * 4)),
                words("b", rows, row -> "b" + (int) Math.max(0, Math.min(3, y[row] * 4))));
        var all = of(table);
        int within = 0;
        int figures = 0;

        for (int most = 3_000; most < 3_600; most += 100) {
            var some = Associations.of(Sets.sample(table, most), Reading.of(Map.of()));
            assertThat(some.exact()).isFalse();
            for (var pair : some.correlations().pairs()) {
                double truth = all.correlations()
                        .find(pair.left(), pair.right(), pair.measure())
                        .orElseThrow()
                        .value();
                var estimate = pair.estimate();
                assertThat(estimate.standardError()).isBetween(1e-4, 0.05);
                within += Math.abs(estimate.value() - truth) <= 3 * estimate.standardError() ? 1 : 0;
                figures++;
            }
        }

        assertThat(within).isGreaterThanOrEqualTo(figures - 1);
    }
}
