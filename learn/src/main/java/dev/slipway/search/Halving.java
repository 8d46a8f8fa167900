package dev.slipway.search;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Draws of one candidate in successive halving: some on the lowest rung, the best third of them on the next, and the best of
 * those on everything. As many are begun as can still reach the top in time.
 */
final class Halving {
    /** Draws that begin one halving where there is time. */
    static final int MOST = 9;

    private static final int ONE_IN = 3;

    private final Trying trying;
    private final Contest contest;

    Halving(Trying trying, Contest contest) {
        this.trying = trying;
        this.contest = contest;
    }

    /** One halving; where there is no time for any, the contest is over. */
    void attempt() {
        int size = size(trying.secondsLeft());
        if (size == 0) {
            contest.end();
            return;
        }
        climb(contest.next(size));
        contest.hadTurn();
    }

    /** How many draws can be begun in this time. */
    private int size(double secondsLeft) {
        int size = Math.min(MOST, contest.drawsLeft());
        while (size > 0 && (seconds(size) > secondsLeft || secondsLeft <= 0)) {
            size--;
        }
        return size;
    }

    private void climb(List<Attempt> attempts) {
        var left = attempts;
        for (var rung : rungs(attempts.size())) {
            var scores = new HashMap<Attempt, Double>();
            for (var attempt : left) {
                if (contest.isOver()) {
                    return;
                }
                trying.attempt(contest, attempt, rung).ifPresent(score -> scores.put(attempt, score));
            }
            left = best(left, scores);
        }
    }

    private List<Attempt> best(List<Attempt> attempts, Map<Attempt, Double> scores) {
        return attempts.stream()
                .filter(scores::containsKey)
                .sorted((one, other) -> compare(scores.getOrDefault(one, 0.0), scores.getOrDefault(other, 0.0)))
                .limit(survivors(attempts.size()))
                .toList();
    }

    private int compare(double score, double other) {
        return trying.metric().isBetter(score, other) ? -1 : trying.metric().isBetter(other, score) ? 1 : 0;
    }

    private static int survivors(int attempts) {
        return Math.max(1, Math.round((float) attempts / ONE_IN));
    }

    /** Where only one is begun there is nothing to choose from, and it goes straight to the top. */
    private List<Rung> rungs(int attempts) {
        return attempts <= 1 ? List.of(trying.top()) : trying.ladder(contest.cut());
    }

    /** How many trials so many draws are. */
    int trials(int draws) {
        int trials = 0;
        int left = draws;
        for (int rung = 0; rung < rungs(draws).size(); rung++) {
            trials += left;
            left = survivors(left);
        }
        return trials;
    }

    /** What so many draws take until the best of them has reached the top. */
    double seconds(int draws) {
        double work = 0;
        int left = draws;
        for (var rung : rungs(draws)) {
            work += left * trying.cost(rung, contest.cut());
            left = survivors(left);
        }
        return work * contest.fullSeconds();
    }
}
