package dev.slipway.search;

import java.util.List;

/** Something a person who waits for a search wants to hear of. */
public sealed interface Happening {
    /**
     * The search begins.
     *
     * @param seconds it may take at most
     * @param threads that work
     */
    record Begun(double seconds, int threads) implements Happening {}

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
     * @param seconds about, from now
     * @param cpuSeconds about, of all processors, from now
     */
    record Forecast(int trials, double seconds, double cpuSeconds) implements Happening {}

    /** The search is over; these candidates are fitted on all rows. */
    record Finishing(List<String> candidates) implements Happening {
        public Finishing {
            candidates = List.copyOf(candidates);
        }
    }
}
