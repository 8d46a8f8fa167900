package dev.slipway.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.slipway.algorithm.BoostedTrees;
import dev.slipway.algorithm.Boosting;
import dev.slipway.algorithm.BudgetOver;
import dev.slipway.algorithm.ClassWeights;
import dev.slipway.algorithm.Deadline;
import dev.slipway.algorithm.Guidance;
import dev.slipway.algorithm.NativeLibrary;
import dev.slipway.algorithm.XgboostParams;
import dev.slipway.evaluation.CrossValidation;
import dev.slipway.evaluation.Folds;
import dev.slipway.model.ConstantModel;
import dev.slipway.model.Estimator;
import dev.slipway.model.Pipeline;
import dev.slipway.model.Target;
import dev.slipway.model.Training;
import dev.slipway.problem.SlipwayException;
import dev.slipway.table.NumberColumn;
import dev.slipway.table.Table;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SearchTest {
    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");
    private static final int ROWS = 40;

    private final Hand clock = new Hand();
    private final List<Trial> seen = new ArrayList<>();

    /** A clock that only moves when it is turned. */
    private static final class Hand implements InstantSource {
        private Instant now = NOON;

        @Override
        public Instant instant() {
            return now;
        }

        void turn(Duration by) {
            now = now.plus(by);
        }
    }

    /** Says yes with a drawn probability to every row; each fold takes a while. */
    private final class Guessing implements Space {
        private final double first;
        private final Duration each;

        Guessing(double first, Duration each) {
            this.first = first;
            this.each = each;
        }

        @Override
        public Draw first() {
            return draw(first);
        }

        @Override
        public Draw next(SplittableRandom random) {
            return draw(Drawn.even(random, 0.01, 0.99));
        }

        @Override
        public boolean searchable() {
            return true;
        }

        private Draw draw(double positive) {
            Estimator estimator = training -> {
                clock.turn(each);
                return new ConstantModel(List.of(1 - positive, positive));
            };
            return new Draw(estimator, parameters(positive));
        }
    }

    private static SortedMap<String, String> parameters(double positive) {
        var parameters = new TreeMap<String, String>();
        parameters.put("positive", Double.toString(positive));
        return parameters;
    }

    private static Training training() {
        int[] labels = IntStream.range(0, ROWS).map(row -> row % 4 == 0 ? 1 : 0).toArray();
        var table = Table.of(
                NumberColumn.of("x", IntStream.range(0, ROWS).asDoubleStream().toArray()));
        return Training.of(table, new Target.Classes("y", List.of("0", "1")), labels);
    }

    private static CrossValidation validation() {
        var training = training();
        var folds = Folds.stratified(training.labels(), training.target().labels(), 2, 1, "here");
        return new CrossValidation(training, training.table(), folds, Optional.empty());
    }

    private List<Result> search(Duration budget, int trials, Candidate... candidates) {
        var settings = new Search.Settings("log_loss", false, budget, trials, 42);
        return new Search(settings, clock, seen::add).run(List.of(candidates), validation());
    }

    private Candidate guessing(String name, Duration fold) {
        return new Candidate(name, List.of(), new Guessing(0.9, fold));
    }

    private static Candidate over(String name) {
        return new Candidate(
                name,
                List.of(),
                new Fixed(
                        training -> {
                            throw new BudgetOver("test");
                        },
                        new TreeMap<>()));
    }

    private List<String> drawn() {
        return seen.stream().map(trial -> trial.parameters().get("positive")).toList();
    }

    @Test
    void more_time_only_adds_trials_behind_the_same_ones() {
        search(Duration.ofSeconds(10), 100, guessing("a", Duration.ofMillis(500)));
        var few = drawn();
        seen.clear();

        search(Duration.ofSeconds(30), 100, guessing("a", Duration.ofMillis(500)));

        assertThat(few).hasSize(9);
        assertThat(drawn()).hasSize(29).startsWith(few.toArray(String[]::new));
    }

    @Test
    void no_trial_is_started_that_would_end_after_the_budget() {
        search(Duration.ofSeconds(10), 100, guessing("a", Duration.ofSeconds(2)));

        assertThat(seen).hasSize(2);
        assertThat(clock.instant()).isBefore(NOON.plusSeconds(10));
    }

    @Test
    void candidates_take_turns_and_each_stops_after_its_trials() {
        search(Duration.ofHours(1), 2, guessing("a", Duration.ZERO), guessing("b", Duration.ZERO));

        assertThat(seen).extracting(Trial::candidate).containsExactly("a", "b", "a", "b", "a", "b");
        assertThat(seen).extracting(Trial::number).containsExactly(1, 2, 3, 4, 5, 6);
    }

    @Test
    void the_best_trial_wins_where_less_is_better() {
        var result =
                search(Duration.ofHours(1), 20, guessing("a", Duration.ZERO)).get(0);

        double best = seen.stream()
                .mapToDouble(trial -> trial.evaluation()
                        .orElseThrow()
                        .find("log_loss")
                        .orElseThrow()
                        .mean())
                .min()
                .orElseThrow();
        assertThat(result.evaluation().find("log_loss").orElseThrow().mean()).isEqualTo(best);
        assertThat(Double.parseDouble(result.parameters().get("positive"))).isBetween(0.15, 0.35);
        assertThat(result.trials()).isEqualTo(seen);
    }

    @Test
    void every_first_guess_is_tried_even_when_the_one_before_used_all_the_time() {
        var results = search(
                Duration.ofSeconds(1), 100, guessing("slow", Duration.ofHours(1)), guessing("quick", Duration.ZERO));

        assertThat(seen).extracting(Trial::candidate).containsExactly("slow", "quick");
        assertThat(results).hasSize(2);
    }

    @Test
    void a_candidate_that_was_not_done_in_time_is_left_out_and_told_of() {
        var results = search(Duration.ofHours(1), 1, over("late"), guessing("quick", Duration.ZERO));

        assertThat(results).extracting(result -> result.candidate().name()).containsExactly("quick");
        assertThat(seen.get(0).evaluation()).isEmpty();
    }

    @Test
    void where_nobody_was_done_in_time_the_budget_is_the_problem() {
        assertThatThrownBy(() -> search(Duration.ofMillis(500), 1, over("a"), over("b")))
                .isInstanceOf(SlipwayException.class)
                .hasMessageContaining("TRAIN-BUDGET")
                .hasMessageContaining("within 0.5 s")
                .hasMessageContaining("'train.budget'");
    }

    @Test
    void an_interrupted_boosting_starts_another_child_for_the_next_fit() {
        var training = training();
        var deadline = new Deadline(clock, NOON.plusSeconds(60));
        try (var boosting = new Boosting(NativeLibrary.XGBOOST, deadline, 1)) {
            var trees = new BoostedTrees(new XgboostParams(3, 2, 0.3, 1, 1, 1, 1, 0, 1), boosting);
            // Far more trees than fit into a nanosecond, however late the clock is read.
            var endless = new BoostedTrees(new XgboostParams(10_000, 16, 0.3, 1, 1, 1, 1, 0, 1), boosting);
            var before = trees.fit(training).predict(training.table());

            deadline.until(NOON);
            assertThatThrownBy(() -> trees.fit(training)).isInstanceOf(BudgetOver.class);
            deadline.until(NOON.plusNanos(1));
            assertThatThrownBy(() -> endless.fit(training)).isInstanceOf(BudgetOver.class);

            deadline.until(NOON.plusSeconds(60));
            assertThat(trees.fit(training).predict(training.table())).isEqualTo(before);
        }
    }

    @Test
    void boosted_trees_are_searched_within_their_bounds_and_start_from_what_does_well() {
        try (var boosting = new Boosting(NativeLibrary.XGBOOST, new Deadline(clock, NOON), 1)) {
            var space = new BoostedSpace(
                    new Between(50, 200),
                    new Between(2, 4),
                    new Between(0.01, 0.3),
                    new Between(1, 1),
                    new Between(0.5, 1),
                    Guidance.NONE,
                    1,
                    1,
                    boosting);
            var random = new SplittableRandom(9);
            var again = new SplittableRandom(9);

            assertThat(space.first().parameters())
                    .containsEntry("trees", "200")
                    .containsEntry("depth", "4")
                    .containsEntry("rate", "0.05");
            assertThat(space.searchable()).isTrue();
            for (int i = 0; i < 200; i++) {
                var parameters = space.next(random).parameters();
                assertThat(Integer.parseInt(parameters.get("trees"))).isBetween(50, 200);
                assertThat(Integer.parseInt(parameters.get("depth"))).isBetween(2, 4);
                assertThat(Double.parseDouble(parameters.get("rate"))).isBetween(0.01, 0.3);
                assertThat(parameters)
                        .containsEntry("rows", "1.0")
                        .isEqualTo(space.next(again).parameters());
            }
        }
    }

    @Test
    void drawn_numbers_have_three_digits_and_lie_between_the_bounds() {
        var random = new SplittableRandom(1);
        for (int i = 0; i < 1_000; i++) {
            double drawn = Drawn.logarithmic(random, 1e-4, 1e4);
            assertThat(drawn).isBetween(1e-4, 1e4);
            assertThat(new BigDecimal(Double.toString(drawn))
                            .stripTrailingZeros()
                            .precision())
                    .isLessThanOrEqualTo(3);
            assertThat(Drawn.whole(random, 3, 5)).isBetween(3, 5);
        }
        assertThat(Drawn.even(random, 0.7777, 0.7777)).isEqualTo(0.7777);
    }

    private LogisticSpace logistic(double low, double high) {
        return new LogisticSpace(
                new Between(low, high), Between.only(0), ClassWeights.even(), new Deadline(clock, NOON));
    }

    @Test
    void logistic_regressions_start_from_one_or_the_bound_next_to_it() {
        assertThat(logistic(0.01, 100).first().parameters()).containsEntry("c", "1.0");
        assertThat(logistic(2, 100).first().parameters()).containsEntry("c", "2.0");
        assertThat(logistic(3, 3).searchable()).isFalse();
        assertThat(new Fixed(training -> new ConstantModel(List.of(0.5, 0.5)), new TreeMap<>()).searchable())
                .isFalse();
    }

    @Test
    void the_winning_pipeline_can_be_fitted_on_every_row() {
        var result =
                search(Duration.ofSeconds(1), 0, guessing("a", Duration.ZERO)).get(0);

        assertThat(new Pipeline(List.of(), result.pipeline().estimator())
                        .fit(training())
                        .model())
                .isEqualTo(new ConstantModel(List.of(1 - 0.9, 0.9)));
    }
}
