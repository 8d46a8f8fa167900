package dev.slipway.search;

import dev.slipway.evaluation.Cut;
import dev.slipway.evaluation.Judgement;
import dev.slipway.metric.Metric;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.ToDoubleFunction;

/** How one candidate is doing in a search: its trials so far and the best of those on all the data. For one thread. */
final class Contest {
    private final Candidate candidate;
    private final Draws draws;
    private final Metric metric;
    private final Cut cut;
    private final Trying trying;
    private final List<Trial> trials = new ArrayList<>();
    private Optional<Result> best = Optional.empty();
    private int left;
    private boolean turned;
    private boolean over;

    Contest(Candidate candidate, Draws draws, Search.Settings settings, Trying trying) {
        this.candidate = candidate;
        this.draws = draws;
        this.metric = settings.metric();
        this.cut = draws.cut();
        this.trying = trying;
        this.left = draws.searchable() ? settings.trials() : 0;
    }

    Candidate candidate() {
        return candidate;
    }

    /** Of the data, for the first guess and for what is told of time. */
    Cut cut() {
        return cut;
    }

    Attempt first() {
        return draws.first();
    }

    /** As many further draws as are wanted, or as there are. */
    List<Attempt> next(int wanted) {
        var next = new ArrayList<Attempt>();
        for (; next.size() < wanted && left > 0; left--) {
            var draw = draws.next();
            if (draw.isEmpty()) {
                left = 0;
                return next;
            }
            next.add(draw.get());
        }
        return next;
    }

    /** Keeps a trial, and what it says if it was done on all the data. */
    void add(Trial trial, Attempt attempt, Optional<Judgement> onEverything) {
        trials.add(trial);
        onEverything
                .map(judgement -> new Result(candidate, trial, judgement, attempt.pipeline(), List.of()))
                .filter(result -> best.isEmpty() || metric.isBetter(score(result), score(best.get())))
                .ifPresent(result -> best = Optional.of(result));
    }

    private double score(Result result) {
        return result.evaluation().find(metric.id()).orElseThrow().mean();
    }

    /** Its best trial with all of them. */
    Optional<Result> result() {
        return best.map(result -> new Result(candidate, result.best(), result.judgement(), result.pipeline(), trials));
    }

    /** How many draws may still be tried. */
    int drawsLeft() {
        return over || best.isEmpty() ? 0 : left;
    }

    /** It has drawn. */
    void hadTurn() {
        turned = true;
    }

    boolean wasTurned() {
        return turned;
    }

    /** It gets no more turns. */
    void end() {
        over = true;
    }

    boolean isOver() {
        return over;
    }

    /**
     * Seconds that a trial on all the data takes: what those took that there were, or what the cheaper ones make expect, or at
     * least those cut off; 0 where there were none.
     */
    double fullSeconds() {
        double known = mean(trial -> trial.rung().share() >= 1, Trial::seconds);
        double expected = known > 0 ? known : mean(trial -> true, this::scaledUp);
        return expected > 0
                ? expected
                : trials.stream().mapToDouble(this::scaledUp).max().orElse(0);
    }

    private double scaledUp(Trial trial) {
        return trial.seconds() / trying.cost(trial.rung(), cut);
    }

    /** Processors that are busy while it is tried, on average; 0 where it was not. */
    double cpuPerSecond() {
        double seconds = mean(trial -> true, Trial::seconds);
        return seconds > 0 ? mean(trial -> true, trial -> trial.spent().cpuSeconds()) / seconds : 0;
    }

    private double mean(Predicate<Trial> counted, ToDoubleFunction<Trial> figure) {
        return trials.stream()
                .filter(trial -> trial.evaluation().isPresent() && counted.test(trial))
                .mapToDouble(figure)
                .average()
                .orElse(0);
    }
}
