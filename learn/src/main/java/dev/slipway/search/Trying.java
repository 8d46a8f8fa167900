package dev.slipway.search;

import dev.slipway.algorithm.BudgetOver;
import dev.slipway.evaluation.Cut;
import dev.slipway.evaluation.Judgement;
import dev.slipway.metric.Metric;
import dev.slipway.problem.SlipwayException;
import dev.slipway.search.Trial.Spent;
import java.time.Duration;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;

/** Tries one thing after another, and tells of each. For one thread. */
final class Trying {
    private final Workbench bench;
    private final Metric metric;
    private final InstantSource clock;
    private final CpuClock cpu;
    private final Consumer<Happening> progress;
    private final Map<Cut, Integer> rowsOf = new HashMap<>();
    private int trials;

    Trying(Workbench bench, Metric metric, InstantSource clock, CpuClock cpu, Consumer<Happening> progress) {
        this.bench = bench;
        this.metric = metric;
        this.clock = clock;
        this.cpu = cpu;
        this.progress = progress;
    }

    /** The score on this rung, where it was done in time. */
    Optional<Double> attempt(Contest contest, Attempt attempt, Rung rung) {
        if (secondsLeft() <= 0) {
            leaveOut(contest, attempt, "not begun: the time was over");
            return Optional.empty();
        }
        return attempt(contest, attempt, rung, bench.deadline()::over);
    }

    /** On everything, however long it takes. */
    void attemptPatiently(Contest contest, Attempt attempt) {
        attempt(contest, attempt, top(), () -> false);
    }

    /** To see what it takes, and no longer than so many seconds. */
    void look(Contest contest, Attempt attempt, Rung rung, double seconds) {
        if (secondsLeft() <= 0) {
            return;
        }
        double until = secondsLeft() - seconds;
        attempt(contest, attempt, rung, () -> secondsLeft() <= until);
    }

    /** Says that something was not even begun. */
    void leaveOut(Contest contest, Attempt attempt, String why) {
        contest.end();
        tell(contest, attempt, top(), Spent.NOTHING, Optional.empty(), Optional.of(why));
    }

    private Optional<Double> attempt(Contest contest, Attempt attempt, Rung rung, BooleanSupplier timeOver) {
        var started = clock.instant();
        double used = cpu.seconds();
        Optional<Judgement> judgement = Optional.empty();
        Optional<String> unfinished = Optional.empty();
        try {
            judgement = Optional.of(bench.judge(attempt.pipeline(), taught(attempt, rung), rung.folds(), timeOver));
        } catch (BudgetOver over) {
            unfinished = Optional.of(
                    secondsLeft() > 0 ? "cut off: its share of the time was over" : "cut off: the time was over");
        } catch (SlipwayException refused) {
            // Of a draw that cannot learn there are others; a first guess that cannot is for people to correct.
            if (attempt.what().draw() == 0) {
                throw refused;
            }
            unfinished = Optional.of(refused.problems().get(0).what());
        }
        double seconds = Duration.between(started, clock.instant()).toMillis() / 1e3;
        return tell(contest, attempt, rung, new Spent(seconds, cpu.seconds() - used), judgement, unfinished);
    }

    private Optional<Double> tell(
            Contest contest,
            Attempt attempt,
            Rung rung,
            Spent spent,
            Optional<Judgement> judgement,
            Optional<String> unfinished) {
        var trial = new Trial(
                ++trials,
                attempt.what(),
                rung,
                taught(attempt, rung),
                spent,
                judgement.map(Judgement::evaluation),
                judgement.map(AnswersHash::of),
                unfinished);
        contest.add(trial, attempt, judgement.filter(done -> rung.isFull(folds())));
        progress.accept(new Happening.Ended(trial, secondsLeft()));
        return trial.evaluation().flatMap(done -> done.find(metric.id())).map(score -> score.mean());
    }

    private Cut taught(Attempt attempt, Rung rung) {
        var cut = attempt.what().cut();
        return rung.of(cut, rows(cut));
    }

    Metric metric() {
        return metric;
    }

    double secondsLeft() {
        return bench.deadline().seconds();
    }

    Rung top() {
        return Rung.top(folds());
    }

    /** The rungs for what learns from such a cut. */
    List<Rung> ladder(Cut cut) {
        return Rung.ladder(rows(cut), folds());
    }

    /** The work of a trial, as a share of one that has everything. */
    double cost(Rung rung, Cut cut) {
        return rung.cost(rows(cut), folds());
    }

    private int folds() {
        return bench.validation().folds();
    }

    private int rows(Cut cut) {
        return rowsOf.computeIfAbsent(cut, bench.validation()::teachingRows);
    }
}
