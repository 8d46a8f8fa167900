package dev.slipway.search;

import dev.slipway.evaluation.Cut;
import dev.slipway.model.Pipeline;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.SplittableRandom;

/** What can be tried of a candidate, in the order the seed gives: its first guess, then draws. For one thread. */
final class Draws {
    /** So many draws in a row that were all had before mean that there is nothing more. */
    private static final int PATIENCE = 50;

    private final Candidate candidate;
    private final List<Cut> cuts;
    private final SplittableRandom random;
    private final Set<Seen> before = new HashSet<>();
    private int drawn;

    private record Seen(SortedMap<String, String> parameters, Cut cut) {
        static Seen of(Attempt attempt) {
            return new Seen(attempt.what().parameters(), attempt.what().cut());
        }
    }

    /** @param cuts at least one; the first goes with the first guess. What is given reads what it likes, and has no cut */
    Draws(Candidate candidate, List<Cut> cuts, long seed) {
        this.candidate = candidate;
        this.cuts = candidate.simplicity().isGiven() ? List.of(Cut.NONE) : List.copyOf(cuts);
        this.random = new SplittableRandom(seed);
    }

    /** The one of the first guess. */
    Cut cut() {
        return cuts.get(0);
    }

    Attempt first() {
        var first = attempt(candidate.space().first(), cut());
        before.add(Seen.of(first));
        return first;
    }

    /** The next one that was not had before; empty where there is none. */
    Optional<Attempt> next() {
        if (!searchable()) {
            return Optional.empty();
        }
        for (int vain = 0; vain < PATIENCE; vain++) {
            var draw = draw();
            if (before.add(Seen.of(draw))) {
                return Optional.of(draw);
            }
        }
        return Optional.empty();
    }

    /** The first guess and all draws to this number, those that were had before among them: each at the place of its number. */
    List<Attempt> upTo(int number) {
        var all = new ArrayList<>(List.of(first()));
        while (drawn < number) {
            all.add(draw());
        }
        return all;
    }

    boolean searchable() {
        return candidate.space().searchable() || cuts.size() > 1;
    }

    private Attempt draw() {
        drawn++;
        var estimator = candidate.space().next(random);
        return attempt(estimator, cuts.size() > 1 ? cuts.get(random.nextInt(cuts.size())) : cut());
    }

    private Attempt attempt(Space.Draw draw, Cut cut) {
        return new Attempt(
                new Tried(candidate.name(), drawn, draw.parameters(), cut),
                new Pipeline(candidate.steps(), draw.estimator()));
    }
}
