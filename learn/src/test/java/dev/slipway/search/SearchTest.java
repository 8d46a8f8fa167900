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
import dev.slipway.evaluation.Cut;
import dev.slipway.evaluation.Folds;
import dev.slipway.metric.BinaryMetric;
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
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.concurrent.CountDownLatch;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SearchTest {
    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");
    private static final int ROWS = 40;

    private final Hand clock = new Hand();
    private final List<Trial> seen = new ArrayList<>();
    private final List<Happening.Forecast> forecasts = new ArrayList<>();
    private int threads = 1;

    /** A clock that only moves when it is turned. */
    private static final class Hand implements InstantSource {
        private volatile Instant now = NOON;

        @Override
        public Instant instant() {
            return now;
        }

        synchronized void turn(Duration by) {
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
        return search(validation(), budget, trials, candidates);
    }

    private List<Result> search(CrossValidation validation, Duration budget, int trials, Candidate... candidates) {
        var settings = new Search.Settings(BinaryMetric.LOG_LOSS, budget, trials, 42, List.of(Cut.NONE));
        try (var bench = new Workbench(validation, new Deadline(clock, NOON.plus(budget)), threads)) {
            return new Search(settings, bench, clock, new CpuClock(), this::hear).run(List.of(candidates));
        }
    }

    private void hear(Happening happening) {
        if (happening instanceof Happening.Ended ended) {
            seen.add(ended.trial());
        } else if (happening instanceof Happening.Forecast forecast) {
            forecasts.add(forecast);
        }
    }

    private Candidate guessing(String name, Duration fold) {
        return new Candidate(name, Simplicity.LINEAR, List.of(), new Guessing(0.9, fold));
    }

    private static Candidate fixed(String name, Simplicity simplicity, Estimator estimator) {
        return new Candidate(name, simplicity, List.of(), new Fixed(estimator, new TreeMap<>()));
    }

    private static Candidate over(String name) {
        return fixed(name, Simplicity.LINEAR, training -> {
            throw new BudgetOver("test");
        });
    }

    private static Estimator coin() {
        return training -> new ConstantModel(List.of(0.5, 0.5));
    }

    private List<String> drawn() {
        return seen.stream().map(trial -> trial.parameters().get("positive")).toList();
    }

    @Test
    void more_time_only_adds_trials_behind_the_same_ones() {
        search(Duration.ofMillis(10_500), 100, guessing("a", Duration.ofMillis(500)));
        var few = drawn();
        seen.clear();
        clock.now = NOON;

        search(Duration.ofMillis(30_500), 100, guessing("a", Duration.ofMillis(500)));

        assertThat(few).hasSize(10);
        assertThat(drawn()).hasSize(30).startsWith(few.toArray(String[]::new));
    }

    @Test
    void no_trial_is_begun_that_would_end_after_the_budget() {
        search(Duration.ofSeconds(11), 100, guessing("a", Duration.ofSeconds(2)));

        assertThat(seen).hasSize(2);
        assertThat(clock.instant()).isEqualTo(NOON.plusSeconds(8));
        assertThat(forecasts).hasSize(1);
        assertThat(forecasts.get(0).trials()).isEqualTo(2);
        assertThat(forecasts.get(0).seconds()).isEqualTo(7);
    }

    @Test
    void candidates_take_turns_and_each_stops_after_its_draws() {
        search(Duration.ofHours(1), 11, guessing("a", Duration.ZERO), guessing("b", Duration.ZERO));

        assertThat(String.join("", seen.stream().map(Trial::candidate).toList()))
                .isEqualTo("ab" + "aaaaaaaaa" + "bbbbbbbbb" + "aa" + "bb");
        assertThat(seen)
                .extracting(Trial::number)
                .containsExactlyElementsOf(IntStream.rangeClosed(1, 24).boxed().toList());
    }

    @Test
    void the_best_trial_wins_where_less_is_better() {
        var result =
                search(Duration.ofHours(1), 20, guessing("a", Duration.ZERO)).get(0);

        double best = seen.stream().mapToDouble(SearchTest::score).min().orElseThrow();
        assertThat(result.evaluation().find("log_loss").orElseThrow().mean()).isEqualTo(best);
        assertThat(Double.parseDouble(result.parameters().get("positive"))).isBetween(0.15, 0.35);
        assertThat(result.trials()).isEqualTo(seen);
    }

    private static double score(Trial trial) {
        return trial.evaluation().orElseThrow().find("log_loss").orElseThrow().mean();
    }

    @Test
    void a_baseline_and_a_rule_are_done_also_when_there_is_no_time_and_others_are_said_to_be_left_out() {
        var results = search(
                Duration.ofSeconds(1),
                100,
                guessing("trees", Duration.ofSeconds(1)),
                fixed("rule", Simplicity.RULE, coin()),
                fixed("baseline", Simplicity.BASELINE, training -> {
                    clock.turn(Duration.ofHours(1));
                    return new ConstantModel(List.of(0.6, 0.4));
                }));

        assertThat(seen).extracting(Trial::candidate).containsExactly("baseline", "rule", "trees");
        assertThat(seen.get(2).unfinished().orElseThrow()).contains("time was over");
        assertThat(results).extracting(result -> result.candidate().name()).containsExactly("rule", "baseline");
    }

    @Test
    void a_candidate_that_was_not_done_in_time_is_left_out_and_told_of() {
        var results = search(Duration.ofHours(1), 1, over("late"), guessing("quick", Duration.ZERO));

        assertThat(results).extracting(result -> result.candidate().name()).containsExactly("quick");
        assertThat(seen.get(0).evaluation()).isEmpty();
        assertThat(seen.get(0).unfinished()).contains("cut off: its share of the time was over");
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
    void what_does_not_stop_is_left_behind_when_the_time_is_over() {
        var started = System.nanoTime();
        var endless = new CountDownLatch(1);
        var settings = new Search.Settings(BinaryMetric.LOG_LOSS, Duration.ofMillis(300), 9, 42, List.of(Cut.NONE));
        var deadline = new Deadline(InstantSource.system(), Instant.now().plusMillis(300));
        try (var bench = new Workbench(validation(), deadline, 2)) {
            var results = new Search(settings, bench, InstantSource.system(), new CpuClock(), this::hear)
                    .run(List.of(
                            fixed("endless", Simplicity.BOOSTED, training -> {
                                while (endless.getCount() > 0) {
                                    Thread.onSpinWait();
                                }
                                return new ConstantModel(List.of(0.5, 0.5));
                            }),
                            fixed("rule", Simplicity.RULE, coin())));

            assertThat(results).extracting(result -> result.candidate().name()).containsExactly("rule");
            assertThat(seen.get(1).unfinished()).contains("cut off: the time was over");
            // Ten seconds are no measure of the search but of a machine that does other things.
            assertThat(Duration.ofNanos(System.nanoTime() - started))
                    .isBetween(Duration.ofMillis(300), Duration.ofSeconds(10));
        } finally {
            endless.countDown();
        }
    }

    @Test
    void of_many_cheap_trials_the_best_go_on_and_only_those_on_everything_count() {
        var result = search(large(), Duration.ofHours(1), 9, guessing("a", Duration.ZERO))
                .get(0);

        assertThat(seen)
                .extracting(trial -> trial.rung().number())
                .containsExactly(3, 1, 1, 1, 1, 1, 1, 1, 1, 1, 2, 2, 2, 3);
        assertThat(seen.get(1).taught().rows()).contains(1_600);
        assertThat(seen.get(1).evaluation().orElseThrow().folds()).isEqualTo(2);
        var lowest = seen.subList(1, 10).stream()
                .sorted(Comparator.comparingDouble(SearchTest::score))
                .map(Trial::what)
                .toList();
        assertThat(seen.subList(10, 13)).extracting(Trial::what).containsExactlyElementsOf(lowest.subList(0, 3));
        assertThat(result.best().rung().number()).isEqualTo(3);
        assertThat(result.best().taught()).isEqualTo(Cut.NONE);
        assertThat(result.evaluation().folds()).isEqualTo(5);
    }

    private static CrossValidation large() {
        int rows = 8_000;
        int[] labels = IntStream.range(0, rows).map(row -> row % 4 == 0 ? 1 : 0).toArray();
        var table = Table.of(
                NumberColumn.of("x", IntStream.range(0, rows).asDoubleStream().toArray()));
        var training = Training.of(table, new Target.Classes("y", List.of("0", "1")), labels);
        return new CrossValidation(training, table, Folds.plain(rows, 5, 1), Optional.empty());
    }

    @Test
    void the_number_of_threads_cannot_be_seen_in_what_was_tried() {
        search(large(), Duration.ofHours(1), 12, guessing("a", Duration.ZERO));
        var alone = seen.stream().map(SearchTest::withoutTime).toList();
        seen.clear();
        threads = 3;

        search(large(), Duration.ofHours(1), 12, guessing("a", Duration.ZERO));

        assertThat(seen.stream().map(SearchTest::withoutTime)).containsExactlyElementsOf(alone);
        assertThat(seen).allMatch(trial -> trial.answers().isPresent());
    }

    private static List<Object> withoutTime(Trial trial) {
        return List.of(trial.what(), trial.taught(), trial.rung(), trial.evaluation(), trial.answers());
    }

    @Test
    void a_draw_that_cannot_learn_is_told_of_and_passed_over_but_a_first_guess_must() {
        Space space = new Space() {
            @Override
            public Draw first() {
                return new Draw(coin(), parameters(0.5));
            }

            @Override
            public Draw next(SplittableRandom random) {
                return new Draw(
                        training -> {
                            throw refusal();
                        },
                        parameters(random.nextDouble()));
            }

            @Override
            public boolean searchable() {
                return true;
            }
        };

        search(Duration.ofHours(1), 2, new Candidate("a", Simplicity.LINEAR, List.of(), space));

        assertThat(seen).hasSize(3);
        assertThat(seen.get(2).unfinished()).contains("it cannot");
        assertThatThrownBy(() -> search(Duration.ofHours(1), 2, fixed("b", Simplicity.LINEAR, training -> {
                    throw refusal();
                })))
                .isInstanceOf(SlipwayException.class)
                .hasMessageContaining("it cannot");
    }

    private static SlipwayException refusal() {
        return SlipwayException.refused("TEST", "it cannot", "here", "nothing");
    }

    @Test
    void who_is_far_behind_after_a_turn_gets_no_other() {
        var bad = new Candidate("bad", Simplicity.BOOSTED, List.of(), new Space() {
            @Override
            public Draw first() {
                return draw(0.99);
            }

            @Override
            public Draw next(SplittableRandom random) {
                return draw(0.98 + random.nextDouble() / 100);
            }

            private Draw draw(double positive) {
                return new Draw(training -> new ConstantModel(List.of(1 - positive, positive)), parameters(positive));
            }

            @Override
            public boolean searchable() {
                return true;
            }
        });

        search(large(), Duration.ofHours(1), 27, bad, guessing("good", Duration.ZERO));

        assertThat(seen).filteredOn(trial -> trial.candidate().equals("bad")).hasSize(2 + 13);
        assertThat(seen).filteredOn(trial -> trial.candidate().equals("good")).hasSize(1 + 3 * 13);
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
