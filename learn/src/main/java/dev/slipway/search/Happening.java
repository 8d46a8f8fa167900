package dev.slipway.search;

import java.util.List;

/** Something a person who waits for a search wants to hear of. */
public sealed interface Happening {
    /**
     * A trial has ended.
     *
     * @param secondsLeft of the budget
     */
    record Ended(Trial trial, double secondsLeft) implements Happening {}

    /**
     * After the first guesses: what the rest of the budget will be used for.
     *
     * @param trials about how many more there will be
     * @param seconds at most, from now
     * @param cpuSeconds about, of all processors, those already used included
     */
    record Forecast(int trials, double seconds, double cpuSeconds) implements Happening {}

    /** The search is over; these candidates are fitted on all rows. */
    record Finishing(List<String> candidates) implements Happening {
        public Finishing {
            candidates = List.copyOf(candidates);
        }
    }
}
