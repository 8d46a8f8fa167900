package dev.slipway.likeness;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.table.Missing;
import dev.slipway.table.NumberColumn;
import dev.slipway.table.Table;
import dev.slipway.table.TextColumn;
import java.util.BitSet;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SharedConditionsTest {
    private static final int ROWS = 1_200;

    private final SplittableRandom random = new SplittableRandom(3);
    private final double[] ages = random.doubles(ROWS, 18, 80).toArray();
    private final String[] cabins = IntStream.range(0, ROWS)
            .mapToObj(row -> List.of("none", "inside", "suite").get(random.nextInt(3)))
            .toArray(String[]::new);
    private final double[] prices = IntStream.range(0, ROWS)
            .mapToDouble(row -> row % 9 == 0 ? Double.NaN : random.nextDouble())
            .toArray();
    private final Table table = Table.of(
            NumberColumn.of("age", ages.clone()), TextColumn.of("cabin", cabins.clone()), number("price", prices));

    private static NumberColumn number(String name, double... values) {
        return NumberColumn.of(name, Missing.where(values.length, row -> Double.isNaN(values[row])), values);
    }

    private List<Group> groups(double within, double outside, IntPredicate group) {
        var marked = new BitSet();
        for (int row = 0; row < ROWS; row++) {
            marked.set(row, random.nextDouble() < (group.test(row) ? within : outside));
        }
        return SharedConditions.defaults(ROWS).of(table, marked);
    }

    @Test
    void marks_dealt_blindly_have_nothing_in_common() {
        int found = 0;
        for (int round = 0; round < 40; round++) {
            found += groups(0.1, 0.1, row -> true).isEmpty() ? 0 : 1;
        }

        assertThat(found).isLessThanOrEqualTo(4);
    }

    @Test
    void a_word_is_found() {
        var found = groups(0.4, 0.05, row -> cabins[row].equals("suite"));

        assertThat(found.get(0).text()).isEqualTo("cabin = 'suite'");
        assertThat(found.get(0).lift()).isBetween(2.0, 3.0);
        assertThat(found.get(0).low()).isLessThan(found.get(0).lift()).isGreaterThan(1.5);
        assertThat(found.get(0).chance()).isLessThan(1e-9);
        assertThat(found.get(0).share()).isBetween(0.3, 0.5);
    }

    @Test
    void a_threshold_is_found_near_where_it_was_planted() {
        var found = groups(0.4, 0.05, row -> ages[row] > 61).get(0);

        assertThat(found.conditions()).hasSize(1);
        assertThat(found.conditions().get(0).kind()).isEqualTo(Condition.Kind.ABOVE);
        assertThat(Double.parseDouble(found.conditions().get(0).value())).isBetween(55.0, 66.0);
    }

    @Test
    void missing_values_are_something_to_have_in_common() {
        assertThat(groups(0.6, 0.05, row -> Double.isNaN(prices[row])).get(0).text())
                .isEqualTo("price is missing");
    }

    @Test
    void a_pair_is_told_where_it_says_more_than_its_halves() {
        var found = groups(0.7, 0.05, row -> ages[row] > 61 && cabins[row].equals("suite"));

        assertThat(found.get(0).conditions()).hasSize(2);
        assertThat(found.get(0).text()).contains("age > ", " and ", "cabin = 'suite'");
    }

    @Test
    void groups_that_hold_the_same_rows_are_told_once() {
        var twice = table.with(TextColumn.of("berth", cabins.clone()));
        var marked = new BitSet();
        IntStream.range(0, ROWS)
                .filter(row -> cabins[row].equals("suite") && row % 2 == 0)
                .forEach(marked::set);

        var found = SharedConditions.defaults(ROWS).of(twice, marked);

        assertThat(found.stream().map(Group::text))
                .containsOnlyOnce("berth = 'suite'")
                .doesNotContain("cabin = 'suite'");
    }

    @Test
    void nothing_marked_and_everything_marked_have_no_groups() {
        var all = new BitSet();
        all.set(0, ROWS);

        assertThat(SharedConditions.defaults(ROWS).of(table, new BitSet())).isEmpty();
        assertThat(SharedConditions.defaults(ROWS).of(table, all)).isEmpty();
    }
}
