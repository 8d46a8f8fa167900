package dev.slipway.search;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.evaluation.Cut;
import dev.slipway.model.Majority;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class DrawsTest {
    private static final List<Cut> CUTS =
            List.of(Cut.NONE, Cut.NONE.atMost(1_000), new Cut(Optional.empty(), Optional.empty(), List.of("age")));

    /** One of six. */
    private record Dice() implements Space {
        @Override
        public Draw first() {
            return draw(6);
        }

        @Override
        public Draw next(SplittableRandom random) {
            return draw(1 + random.nextInt(6));
        }

        @Override
        public boolean searchable() {
            return true;
        }

        private static Draw draw(int eyes) {
            var parameters = new TreeMap<String, String>();
            parameters.put("eyes", Integer.toString(eyes));
            return new Draw(new Majority(), parameters);
        }
    }

    private static Draws draws(Space space, List<Cut> cuts) {
        return new Draws(new Candidate("dice", Simplicity.LINEAR, List.of(), space), cuts, 7);
    }

    @Test
    void nothing_is_drawn_twice_and_there_is_an_end() {
        var draws = draws(new Dice(), CUTS);
        var seen = new HashSet<List<Object>>();
        var first = draws.first().what();
        seen.add(List.of(first.parameters(), first.cut()));

        for (var draw = draws.next(); draw.isPresent(); draw = draws.next()) {
            assertThat(seen.add(List.of(
                            draw.get().what().parameters(), draw.get().what().cut())))
                    .isTrue();
        }

        assertThat(first.cut()).isEqualTo(Cut.NONE);
        assertThat(seen.size()).isBetween(15, 18);
    }

    @Test
    void a_draw_is_found_again_by_its_number() {
        var draws = draws(new Dice(), CUTS);
        draws.first();
        var third = List.of(draws.next(), draws.next(), draws.next()).get(2).orElseThrow();

        var again = draws(new Dice(), CUTS).upTo(third.what().draw() + 1);

        assertThat(again.get(third.what().draw()).what()).isEqualTo(third.what());
        assertThat(again.get(0).what())
                .isEqualTo(draws(new Dice(), CUTS).first().what());
    }

    @Test
    void what_has_no_parameters_still_has_cuts() {
        var one = new Fixed(new Majority(), new TreeMap<>());

        assertThat(draws(one, List.of(Cut.NONE)).next()).isEmpty();
        assertThat(draws(one, CUTS).next()).isPresent();
        assertThat(new Draws(new Candidate("baseline", Simplicity.BASELINE, List.of(), one), CUTS, 7).next())
                .isEmpty();
    }
}
