package dev.slipway.search;

import dev.slipway.algorithm.BudgetOver;
import dev.slipway.evaluation.CrossValidation;
import dev.slipway.evaluation.Evaluation;
import dev.slipway.evaluation.Judgement;
import dev.slipway.model.Pipeline;
import dev.slipway.problem.SlipwayException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.function.Consumer;

/**
 * Looks for the best pipeline of each candidate under a time budget: the first guess of every candidate, then further
 * draws of those that have something to search, turn about, until the time or the trials are used up. The draws depend on
 * the seed alone, so more time only adds trials behind the same ones.
 */
public final class Search {
    /**
     * How long, and for what.
     *
     * @param metric the score that decides
     * @param higherIsBetter whether more of it is better
     * @param trials the most further trials of each candidate that has something to search
     */
    public record Settings(String metric, boolean higherIsBetter, Duration budget, int trials, long seed) {}

    private final Settings settings;
    private final InstantSource clock;
    private final Consumer<Trial> progress;
    private final List<Trial> trials = new ArrayList<>();

    /** @param progress told of every trial as it ends */
    public Search(Settings settings, InstantSource clock, Consumer<Trial> progress) {
        this.settings = settings;
        this.clock = clock;
        this.progress = progress;
    }

    /** What came of each candidate that was done in time, in the order they were given; at least one. */
    public List<Result> run(List<Candidate> candidates, CrossValidation validation) {
        var end = clock.instant().plus(settings.budget());
        var draws = new ArrayList<Attempts>();
        for (var candidate : candidates) {
            var attempts = new Attempts(candidate, new SplittableRandom(settings.seed()));
            attempts.attempt(candidate.space().first(), validation);
            draws.add(attempts);
        }
        for (int round = 0; round < settings.trials(); round++) {
            for (var attempts : draws) {
                if (attempts.worthwhile(end)) {
                    attempts.attempt(attempts.candidate.space().next(attempts.random), validation);
                }
            }
        }
        var results =
                draws.stream().flatMap(attempts -> attempts.result().stream()).toList();
        if (results.isEmpty()) {
            throw SlipwayException.failed(
                    "TRAIN-BUDGET",
                    "no candidate was done within %s s"
                            .formatted(settings.budget().toMillis() / 1000.0),
                    "slipway.yaml, 'train.budget'",
                    "give a larger budget, fewer candidates or smaller ones");
        }
        return results;
    }

    /** The draws of one candidate so far. */
    private final class Attempts {
        private final Candidate candidate;
        private final SplittableRandom random;
        private final List<Trial> own = new ArrayList<>();
        private Optional<Best> best = Optional.empty();

        private record Best(Space.Draw draw, Judgement judgement, double seconds) {
            Evaluation evaluation() {
                return judgement.evaluation();
            }
        }

        Attempts(Candidate candidate, SplittableRandom random) {
            this.candidate = candidate;
            this.random = random;
        }

        /** Whether another trial, as long as the longest so far, would end in time. */
        boolean worthwhile(Instant end) {
            double longest = own.stream().mapToDouble(Trial::seconds).max().orElse(0);
            var wouldEnd = clock.instant().plusMillis((long) (longest * 1000));
            return candidate.space().searchable() && best.isPresent() && wouldEnd.isBefore(end);
        }

        void attempt(Space.Draw draw, CrossValidation validation) {
            var started = clock.instant();
            Optional<Judgement> judgement;
            try {
                judgement = Optional.of(validation.judge(new Pipeline(candidate.steps(), draw.estimator())));
            } catch (BudgetOver over) {
                judgement = Optional.empty();
            }
            double seconds = Duration.between(started, clock.instant()).toMillis() / 1000.0;
            var evaluation = judgement.map(Judgement::evaluation);
            var trial = new Trial(candidate.name(), trials.size() + 1, draw.parameters(), seconds, evaluation);
            trials.add(trial);
            own.add(trial);
            progress.accept(trial);
            if (evaluation.isPresent() && better(evaluation.get())) {
                best = Optional.of(new Best(draw, judgement.get(), seconds));
            }
        }

        private boolean better(Evaluation evaluation) {
            double before = best.map(found -> score(found.evaluation())).orElse(Double.NaN);
            double now = score(evaluation);
            // A score that could not be measured is worse than any other.
            return best.isEmpty() || (Double.isNaN(before) && !Double.isNaN(now)) || sign() * now > sign() * before;
        }

        Optional<Result> result() {
            return best.map(found -> new Result(
                    candidate,
                    found.draw().parameters(),
                    found.judgement(),
                    new Pipeline(candidate.steps(), found.draw().estimator()),
                    found.seconds(),
                    own));
        }
    }

    private int sign() {
        return settings.higherIsBetter() ? 1 : -1;
    }

    private double score(Evaluation evaluation) {
        return evaluation.find(settings.metric()).orElseThrow().mean();
    }
}
