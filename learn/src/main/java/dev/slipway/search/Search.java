package dev.slipway.search;

import dev.slipway.evaluation.Cut;
import dev.slipway.metric.Metric;
import dev.slipway.problem.SlipwayException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.function.Consumer;

/**
 * Looks for the best pipeline of each candidate under a time budget: {@linkplain FirstGuesses first guesses}, then draws in
 * {@linkplain Halving successive halving} (Jamieson and Talwalkar, 2016), where only trials on all the data count.
 * Candidates take turns until the time, or what there is to draw, is used up. The draws depend on the seed alone, and what
 * was done is told trial by trial, so it can be done again.
 */
public final class Search {
    /** A candidate that is so many standard errors behind after its turn gets no other. */
    private static final double HOPELESS = 2;

    /**
     * How long, and for what.
     *
     * @param metric the score that decides
     * @param trials the most further draws of each candidate that has something to search
     * @param cuts of the data to choose from, at least one; the first goes with the first guesses
     */
    public record Settings(Metric metric, Duration budget, int trials, long seed, List<Cut> cuts) {
        public Settings {
            cuts = List.copyOf(cuts);
        }
    }

    private final Settings settings;
    private final Trying trying;
    private final Consumer<Happening> progress;

    /**
     * @param bench whose deadline ends the search
     * @param progress told of every trial as it ends
     */
    public Search(Settings settings, Workbench bench, InstantSource clock, CpuClock cpu, Consumer<Happening> progress) {
        this.settings = settings;
        this.trying = new Trying(bench, settings.metric(), clock, cpu, progress);
        this.progress = progress;
    }

    /** What came of each candidate that was done in time, in the order they were given; at least one. */
    public List<Result> run(List<Candidate> candidates) {
        var contests = candidates.stream().map(this::contest).toList();
        var guesses = new FirstGuesses(trying);
        guesses.attempt(contests);
        progress.accept(forecast(contests));
        takeTurns(contests);
        guesses.attemptLast();
        var results = results(contests);
        if (results.isEmpty()) {
            throw SlipwayException.failed(
                    "TRAIN-BUDGET",
                    "no candidate was done within %s s"
                            .formatted(settings.budget().toMillis() / 1000.0),
                    "slipway.yaml, 'train.budget'",
                    "give a larger budget, fewer candidates or smaller ones; a baseline or a rule is always done");
        }
        return results;
    }

    private Contest contest(Candidate candidate) {
        var draws = new Draws(candidate, settings.cuts(), settings.seed());
        return new Contest(candidate, draws, settings, trying);
    }

    private static List<Result> results(List<Contest> contests) {
        return contests.stream().flatMap(contest -> contest.result().stream()).toList();
    }

    private void takeTurns(List<Contest> contests) {
        while (contests.stream().anyMatch(contest -> contest.drawsLeft() > 0)) {
            for (var contest : contests) {
                if (contest.drawsLeft() > 0) {
                    new Halving(trying, contest).attempt();
                    endTheHopeless(contests);
                }
            }
        }
    }

    private void endTheHopeless(List<Contest> contests) {
        var first = Choice.of(results(contests), settings.metric()).first();
        contests.stream()
                .filter(Contest::wasTurned)
                .filter(contest -> contest.result()
                        .filter(result -> Margin.of(first.evaluation(), result.evaluation(), settings.metric())
                                .beyond(HOPELESS))
                        .isPresent())
                .forEach(Contest::end);
    }

    /** The rest of the budget, used for whole turns of all who have something to draw. */
    private Happening.Forecast forecast(List<Contest> contests) {
        double left = trying.secondsLeft();
        double seconds = 0;
        double trials = 0;
        double most = 0;
        for (var contest : contests) {
            int draws = Math.min(Halving.MOST, contest.drawsLeft());
            if (draws > 0) {
                var halving = new Halving(trying, contest);
                seconds += halving.seconds(draws);
                trials += halving.trials(draws);
                most += (double) halving.trials(draws) * contest.drawsLeft() / draws;
            }
        }
        double rounds = seconds > 0 ? Math.min(left / seconds, most / trials) : 0;
        double cpu = contests.stream().mapToDouble(Contest::cpuPerSecond).max().orElse(0);
        return new Happening.Forecast((int) Math.round(rounds * trials), rounds * seconds, rounds * seconds * cpu);
    }
}
