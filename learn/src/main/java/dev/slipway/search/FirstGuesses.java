package dev.slipway.search;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Tries what is the best guess before anything was seen, the simplest candidates before all others. Baselines and rules are
 * always done: without them nothing can be said. The others show on the lowest rung, where it is much cheaper, what they
 * take; one that would leave less than a fair share to those still to come waits until these had their turn.
 */
final class FirstGuesses {
    /** A look that takes a larger share of the whole trial is not worth it. */
    private static final double CHEAP = 0.3;

    private final Trying trying;
    private final List<Guess> waiting = new ArrayList<>();

    private record Guess(Contest contest, Attempt attempt) {}

    FirstGuesses(Trying trying) {
        this.trying = trying;
    }

    void attempt(List<Contest> contests) {
        var inOrder = contests.stream()
                .sorted(Comparator.comparing(contest -> contest.candidate().simplicity()))
                .toList();
        for (int i = 0; i < inOrder.size(); i++) {
            attempt(new Guess(inOrder.get(i), inOrder.get(i).first()), inOrder.size() - i);
        }
        waiting.sort(Comparator.comparingDouble(FirstGuesses::expected));
        waiting.forEach(this::attemptLate);
    }

    private void attempt(Guess guess, int toCome) {
        if (guess.contest().candidate().simplicity().isGiven()) {
            trying.attemptPatiently(guess.contest(), guess.attempt());
            return;
        }
        var cut = guess.attempt().what().cut();
        var lowest = trying.ladder(cut).get(0);
        if (trying.cost(lowest, cut) <= CHEAP) {
            trying.attempt(guess.contest(), guess.attempt(), lowest);
        }
        if (guess.contest().isOver()) {
            return;
        }
        if (expected(guess) > trying.secondsLeft() / toCome) {
            waiting.add(guess);
        } else {
            trying.attempt(guess.contest(), guess.attempt(), trying.top());
        }
    }

    private void attemptLate(Guess guess) {
        double left = trying.secondsLeft();
        if (expected(guess) <= left) {
            trying.attempt(guess.contest(), guess.attempt(), trying.top());
        } else {
            trying.leaveOut(
                    guess.contest(),
                    guess.attempt(),
                    "not begun: it takes about %.1f s, and %.1f s are left".formatted(expected(guess), left));
        }
    }

    private static double expected(Guess guess) {
        return guess.contest().fullSeconds();
    }
}
