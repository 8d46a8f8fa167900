package dev.slipway.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.testkit.Travelled;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/**
 * The laws of {@link Mergeable}, for every state to inherit: parts in any order give what the whole gives, to the bit.
 *
 * @param <S> the state under test, compared by {@code equals}
 */
public abstract class MergeableContract<S extends Mergeable<S>> {
    private static final int ROWS = 500;

    /** The state of no rows. */
    protected abstract S empty();

    /** The state of some rows, named by their numbers: 0 to 499, any of them, in any order. */
    protected abstract S of(List<Integer> rows);

    @Test
    void parts_in_any_order_give_the_same_answer_as_the_whole() {
        S whole = of(rows());
        for (int seed = 0; seed < 20; seed++) {
            var random = new Random(seed);

            S merged = parts(random).stream().map(this::of).reduce(empty(), Mergeable::merge);

            assertThat(merged).as("seed %d", seed).isEqualTo(whole);
            assertThat(merged.hashCode()).as("seed %d", seed).isEqualTo(whole.hashCode());
        }
    }

    @Test
    void merging_may_be_grouped_in_any_way() {
        var random = new Random(7);
        S a = of(parts(random).get(0));
        S b = of(parts(random).get(0));
        S c = of(parts(random).get(0));

        assertThat(a.merge(b).merge(c)).isEqualTo(a.merge(b.merge(c)));
        assertThat(a.merge(b)).isEqualTo(b.merge(a));
    }

    @Test
    void the_empty_state_changes_nothing() {
        S whole = of(rows());

        assertThat(whole.merge(empty())).isEqualTo(whole);
        assertThat(empty().merge(whole)).isEqualTo(whole);
        assertThat(of(List.of())).isEqualTo(empty());
    }

    @Test
    void merging_leaves_both_sides_as_they_were() {
        S left = of(List.of(1, 2, 3));
        S right = of(List.of(4, 5));

        left.merge(right);

        assertThat(left).isEqualTo(of(List.of(1, 2, 3)));
        assertThat(right).isEqualTo(of(List.of(4, 5)));
    }

    @Test
    void a_state_arrives_on_another_machine_as_it_left() {
        S whole = of(rows());
        S part = of(List.of(3, 1, 4));

        assertThat(Travelled.copy(whole)).isEqualTo(whole);
        assertThat(Travelled.copy(empty())).isEqualTo(empty());
        assertThat(Travelled.copy(part).merge(Travelled.copy(empty()))).isEqualTo(part);
        assertThat(Travelled.copy(part).merge(whole)).isEqualTo(part.merge(whole));
    }

    private static List<Integer> rows() {
        var rows = new ArrayList<Integer>();
        for (int row = 0; row < ROWS; row++) {
            rows.add(row);
        }
        return rows;
    }

    /** All rows, shuffled and cut at random places; some parts are empty. */
    private static List<List<Integer>> parts(Random random) {
        List<Integer> rows = rows();
        Collections.shuffle(rows, random);
        List<List<Integer>> parts = new ArrayList<>();
        int from = 0;
        while (from < ROWS) {
            int to = Math.min(ROWS, from + random.nextInt(120));
            parts.add(rows.subList(from, to));
            from = to;
        }
        return parts;
    }
}
