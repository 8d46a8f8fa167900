package dev.slipway.transform;

import dev.slipway.engine.Mergeable;
import dev.slipway.problem.Problem;
import dev.slipway.problem.SlipwayException;
import java.io.Serializable;
import java.util.Collections;
import java.util.HashMap;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The terms of some texts, in order, and in how many they stand.
 *
 * @param texts how many texts, those without a term counted
 */
public record TermCounts(SortedMap<String, Seen> terms, long texts) implements Mergeable<TermCounts> {
    /** More terms than this are no vocabulary. */
    static final int MOST_TERMS = 5_000_000;

    /**
     * How often a term was seen.
     *
     * @param texts in how many texts
     * @param times in all
     */
    public record Seen(long texts, long times) implements Serializable {
        Seen and(Seen other) {
            return new Seen(texts + other.texts, times + other.times);
        }
    }

    public TermCounts {
        if (terms.size() > MOST_TERMS) {
            throw new SlipwayException(
                    SlipwayException.Kind.TOO_LARGE,
                    new Problem(
                            "TRANSFORM-TOO-MANY-VALUES",
                            "the training texts hold more than %d distinct terms".formatted(MOST_TERMS),
                            "the text step in 'features'",
                            "use 'hash' instead, which remembers none, or shorter 'ngrams'"));
        }
        terms = Collections.unmodifiableSortedMap(terms);
    }

    static TermCounts none() {
        return new TermCounts(new TreeMap<>(), 0);
    }

    @Override
    public TermCounts merge(TermCounts other) {
        var merged = new TreeMap<>(terms);
        other.terms.forEach((term, seen) -> merged.merge(term, seen, Seen::and));
        return new TermCounts(merged, texts + other.texts);
    }

    /** Counts texts one after another. For one thread. */
    static final class Counting {
        private final Map<String, Tally> terms = new HashMap<>();
        private long texts;

        private static final class Tally {
            private long texts;
            private long times;
            private long last = -1;
        }

        void add(String term) {
            var tally = terms.computeIfAbsent(term, unseen -> new Tally());
            tally.times++;
            if (tally.last != texts) {
                tally.last = texts;
                tally.texts++;
            }
        }

        void end() {
            texts++;
        }

        TermCounts counts() {
            var counts = new TreeMap<String, Seen>();
            terms.forEach((term, tally) -> counts.put(term, new Seen(tally.texts, tally.times)));
            return new TermCounts(counts, texts);
        }
    }
}
