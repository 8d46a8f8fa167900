package dev.slipway.search;

import dev.slipway.evaluation.Cut;
import dev.slipway.evaluation.Evaluation;
import java.util.Optional;
import java.util.SortedMap;

/**
 * Something fitted and evaluated, or begun and not ended.
 *
 * @param number from 1, counted over all candidates in the order they were tried
 * @param taught the cut of what was tried, less what its rung leaves out
 * @param evaluation on the folds of the rung; empty where it was not done
 * @param answers SHA-256 of all answers out of fold, where there are any
 * @param unfinished why there is no evaluation
 */
public record Trial(
        int number,
        Tried what,
        Rung rung,
        Cut taught,
        Spent spent,
        Optional<Evaluation> evaluation,
        Optional<String> answers,
        Optional<String> unfinished) {
    /**
     * What it took.
     *
     * @param seconds from its beginning to its end
     * @param cpuSeconds of all processors, here and in the processes that train for us
     */
    public record Spent(double seconds, double cpuSeconds) {
        static final Spent NOTHING = new Spent(0, 0);
    }

    /** The same with nothing but this metric in its evaluation. */
    public Trial only(String metric) {
        var less =
                evaluation.map(all -> new Evaluation(all.find(metric).stream().toList(), all.rows(), all.folds()));
        return new Trial(number, what, rung, taught, spent, less, answers, unfinished);
    }

    public String candidate() {
        return what.candidate();
    }

    public SortedMap<String, String> parameters() {
        return what.parameters();
    }

    public double seconds() {
        return spent.seconds();
    }
}
