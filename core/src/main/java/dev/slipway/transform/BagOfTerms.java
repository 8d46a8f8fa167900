package dev.slipway.transform;

import dev.slipway.problem.SlipwayException;
import dev.slipway.source.Batch;
import dev.slipway.statistic.ByColumn;
import dev.slipway.table.Column;
import java.io.Serializable;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Counts the terms of a text, and can weigh those up that stand in few texts (TF-IDF): the definitions are scikit-learn's.
 * The text becomes a vector with a place for each term known from training, in the order of the terms; other terms and
 * missing texts count nothing.
 *
 * @param columns which columns; empty for every column of words
 * @param grams how a text is cut into terms
 * @param kept which terms are kept
 * @param weighting what a count becomes
 */
public record BagOfTerms(List<String> columns, Grams grams, Kept kept, Weighting weighting)
        implements Transformer<ByColumn<TermCounts>> {
    /**
     * Which terms of training get a place.
     *
     * @param minTexts those that stand in so many texts, or in such a share of them if below one; zero for all
     * @param most of those the ones most often seen, of two equally often seen the earlier; zero for all
     */
    public record Kept(double minTexts, int most) implements Serializable {
        /** Every term. */
        public static final Kept ALL = new Kept(0, 0);

        public Kept {
            if (!(minTexts >= 0 && minTexts <= Long.MAX_VALUE) || most < 0) {
                throw SlipwayException.usage(
                        "TRANSFORM-RANGE",
                        "terms of %s texts or more, at most %d of them".formatted(minTexts, most),
                        "text, min_df and max_features",
                        "write a count, a share below 1, or 0 for all");
            }
        }

        SortedMap<String, TermCounts.Seen> of(TermCounts counts) {
            if (equals(ALL)) {
                return counts.terms();
            }
            double least = minTexts < 1 ? minTexts * counts.texts() : minTexts;
            var often = counts.terms().entrySet().stream()
                    .filter(entry -> entry.getValue().texts() >= least);
            if (most > 0) {
                often = often.sorted(Comparator.comparingLong((Map.Entry<String, TermCounts.Seen> entry) ->
                                -entry.getValue().times()))
                        .limit(most);
            }
            var chosen = new TreeMap<String, TermCounts.Seen>();
            often.forEach(entry -> chosen.put(entry.getKey(), entry.getValue()));
            return chosen;
        }
    }

    /**
     * What a count becomes.
     *
     * @param rare whether it is multiplied by {@code ln(texts / texts with the term) + 1}
     * @param smooth whether that is computed as if one more text held every term: {@code ln((1 + texts) / (1 + with)) + 1}
     * @param sublinear whether it is first replaced by {@code 1 + ln(count)}
     * @param normalised whether each row is divided by its length in the end
     */
    public record Weighting(boolean rare, boolean smooth, boolean sublinear, boolean normalised)
            implements Serializable {
        /** The count itself. */
        public static final Weighting COUNTS = new Weighting(false, false, false, false);

        /** Smooth and normalised, as is usual. */
        public static final Weighting TF_IDF = new Weighting(true, true, false, true);

        double weight(long texts, long with) {
            double more = smooth ? 1 : 0;
            return rare ? StrictMath.log((texts + more) / (with + more)) + 1 : 1;
        }
    }

    public BagOfTerms {
        columns = columns.stream().distinct().toList();
    }

    @Override
    public ByColumn<TermCounts> empty() {
        return ByColumn.none();
    }

    @Override
    public ByColumn<TermCounts> of(Batch batch) {
        var states = new TreeMap<String, TermCounts>();
        for (var column : Chosen.of(batch.table(), columns, each -> each.type().textual())) {
            states.put(column.name(), counts(column));
        }
        return new ByColumn<>(states);
    }

    private TermCounts counts(Column column) {
        var counting = new TermCounts.Counting();
        for (int row = 0; row < column.size(); row++) {
            if (!column.isMissing(row)) {
                grams.each(column.text(row), counting::add);
            }
            counting.end();
        }
        return counting.counts();
    }

    @Override
    public FittedTransformer finish(ByColumn<TermCounts> state) {
        var names = columns.isEmpty() ? List.copyOf(state.columns().keySet()) : columns;
        return new FittedBagOfTerms(
                names.stream()
                        .map(name -> vocabulary(name, state.columns().getOrDefault(name, TermCounts.none())))
                        .toList(),
                grams,
                weighting);
    }

    private Vocabulary vocabulary(String column, TermCounts counts) {
        var terms = kept.of(counts);
        return new Vocabulary(
                column,
                List.copyOf(terms.keySet()),
                terms.values().stream()
                        .map(seen -> weighting.weight(counts.texts(), seen.texts()))
                        .toList());
    }
}
