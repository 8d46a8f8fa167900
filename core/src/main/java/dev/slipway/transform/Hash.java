package dev.slipway.transform;

import com.dynatrace.hash4j.hashing.Hasher32;
import com.dynatrace.hash4j.hashing.Hashing;
import dev.slipway.problem.SlipwayException;
import dev.slipway.source.Batch;
import dev.slipway.statistic.ByColumn;
import dev.slipway.statistic.Nothing;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.TreeMap;

/**
 * Gives every value, or every term of a text, one of a fixed number of places by its hash, and there plus or minus one, so
 * that terms that share a place cancel out as often as they add up. Nothing is learned of the data: no value is unseen, and
 * memory does not grow with them. A missing value is all zeros. The places are scikit-learn's.
 *
 * @param columns which columns; empty for every column of words
 * @param grams what is hashed: the whole value, or the terms of a text
 * @param places how many places each column gets
 * @param normalised whether each row is divided by its length
 */
public record Hash(List<String> columns, Grams grams, int places, boolean normalised)
        implements Transformer<ByColumn<Nothing>> {
    /** The most places. */
    public static final int MOST_PLACES = 1 << 24;

    private static final Hasher32 MURMUR = Hashing.murmur3_32();

    public Hash {
        columns = columns.stream().distinct().toList();
        if (places < 1 || places > MOST_PLACES) {
            throw SlipwayException.usage(
                    "TRANSFORM-RANGE",
                    "cannot hash into %d places".formatted(places),
                    "hash, places",
                    "write a number from 1 to " + MOST_PLACES);
        }
    }

    static int hash(String term) {
        return MURMUR.hashBytesToInt(term.getBytes(StandardCharsets.UTF_8));
    }

    /** The lowest hash has no positive counterpart, and gets the place that scikit-learn gives it. */
    static int place(int hash, int places) {
        return hash == Integer.MIN_VALUE ? (Integer.MAX_VALUE - (places - 1)) % places : Math.abs(hash) % places;
    }

    @Override
    public ByColumn<Nothing> empty() {
        return ByColumn.none();
    }

    @Override
    public ByColumn<Nothing> of(Batch batch) {
        var names = new TreeMap<String, Nothing>();
        for (var column : Chosen.of(batch.table(), columns, each -> each.type().textual())) {
            names.put(column.name(), new Nothing());
        }
        return new ByColumn<>(names);
    }

    @Override
    public FittedTransformer finish(ByColumn<Nothing> state) {
        var names = columns.isEmpty() ? List.copyOf(state.columns().keySet()) : columns;
        return new FittedHash(names, grams, places, normalised);
    }
}
