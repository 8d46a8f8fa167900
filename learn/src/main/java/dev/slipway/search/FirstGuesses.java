package dev.slipway.search;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Tries what is the best guess before anything was seen, the simplest candidates before all others. Baselines and rules are
 * always done: without them nothing can be said. Linear models may take half of what is left. The others show on the lowest
 * rung, where it is much cheaper, what they take; one that would leave less than a fair share to those still to come waits
 * until these had their turn.
 */
final class FirstGuesses {
    /** A look that takes a larger share of the whole trial is not worth it. */
    private static final double CHEAP = 0.3;

    /*
     * What a first look takes is more than its share of the whole: a child starts, and programs get faster as they run. Ten
     * times too much was seen on a busy machine, so what is expected may be far more than what is left.
     */
    private static final double TRUSTED = 0.25;

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
        for (var guess : List.copyOf(waiting)) {
            if (TRUSTED * expected(guess) <= trying.secondsLeft()) {
                waiting.remove(guess);
                trying.attempt(guess.contest(), guess.attempt(), trying.top());
            }
        }
    }

    /** Those that still wait, when all others are done with their turns: better cut off than not begun. */
    void attemptLast() {
        waiting.forEach(guess -> trying.attempt(guess.contest(), guess.attempt(), trying.top()));
    }

    private void attempt(Guess guess, int toCome) {
        if (guess.contest().candidate().simplicity().isGiven()) {
            trying.attemptPatiently(guess.contest(), guess.attempt());
            return;
        }
        double share = trying.secondsLeft() / toCome;
        if (guess.contest().candidate().simplicity() == Simplicity.LINEAR) {
            trying.look(guess.contest(), guess.attempt(), trying.top(), trying.secondsLeft() / 2);
        } else {
            look(guess, share);
        }
        if (guess.contest().result().isPresent()) {
            return;
        }
        if (expected(guess) > share || trying.secondsLeft() <= 0) {
            waiting.add(guess);
        } else {
            trying.attempt(guess.contest(), guess.attempt(), trying.top());
        }
    }

    private void look(Guess guess, double seconds) {
        var cut = guess.attempt().what().cut();
        var lowest = trying.ladder(cut).get(0);
        if (trying.cost(lowest, cut) <= CHEAP) {
            trying.look(guess.contest(), guess.attempt(), lowest, seconds);
        }
    }

    private static double expected(Guess guess) {
        return guess.contest().fullSeconds();
    }
}
