package dev.slipway.association;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/**
 * One column as {@link Boosting} sees it: the bin of each row. Numbers are cut into equally many rows, and the missing ones
 * are below all; words are in the order of the mean outcome of the training rows, and long texts become one column for each
 * of their frequent words.
 */
final class Binned {
    private static final int MOST = 32;
    private static final int WORDS = 20;
    /** Rows a word needs in training to have a place of its own. */
    private static final int KNOWN = 20;

    private static final Pattern BETWEEN_WORDS = Pattern.compile("[^\\p{L}\\p{N}]+");

    private final byte[] bins;
    private final int count;

    private Binned(byte[] bins, int count) {
        this.bins = bins;
        this.count = count;
    }

    byte[] bins() {
        return bins;
    }

    int count() {
        return count;
    }

    /** Numbers. */
    static Binned of(Feature feature) {
        return packed(Power.bins(feature, MOST));
    }

    private static Binned packed(int... bins) {
        byte[] packed = new byte[bins.length];
        int most = 0;
        for (int i = 0; i < bins.length; i++) {
            packed[i] = (byte) bins[i];
            most = Math.max(most, bins[i]);
        }
        return new Binned(packed, most + 1);
    }

    /** Words, by what the outcome was on average in these rows; the rare ones and the missing ones each together. */
    static Binned ordered(Feature feature, double[][] truth, int... training) {
        int size = feature.distinct() + 1;
        double[] sums = new double[size];
        double[] counts = new double[size];
        for (int row : training) {
            int code = feature.codes()[row] + 1;
            counts[code]++;
            for (int output = 0; output < truth.length; output++) {
                sums[code] += truth[output][row] * (output + 1);
            }
        }
        int[] known = IntStream.range(0, size)
                .filter(code -> counts[code] >= KNOWN)
                .boxed()
                .sorted(Comparator.comparingDouble(code -> sums[code] / counts[code]))
                .mapToInt(Integer::intValue)
                .toArray();
        int[] place = new int[size];
        double before = 0;
        double all = Arrays.stream(known).mapToDouble(code -> counts[code]).sum();
        for (int i = 0; i < known.length; i++) {
            int code = known[i];
            place[code] = 1 + (known.length < MOST ? i : (int) ((before + counts[code] / 2) * (MOST - 1) / all));
            before += counts[code];
        }
        return packed(
                Arrays.stream(feature.codes()).map(code -> place[code + 1]).toArray());
    }

    /** One column for each of the most frequent words of a text that is mostly another one in each row; else none. */
    static List<Binned> words(Sample sample, Feature feature) {
        if (feature.numeric() || feature.distinct() <= Correlations.MOST_CLASSES) {
            return List.of();
        }
        int column = sample.column(feature.name());
        Map<String, Integer> rows = new HashMap<>();
        var words = new ArrayList<HashSet<String>>();
        int[] first = new int[feature.distinct()];
        Arrays.fill(first, -1);
        int[] counts = new int[feature.distinct()];
        for (int row = 0; row < sample.size(); row++) {
            int code = feature.codes()[row];
            if (code >= 0) {
                first[code] = first[code] < 0 ? row : first[code];
                counts[code]++;
            }
        }
        for (int code = 0; code < first.length; code++) {
            String text = sample.text(first[code], column);
            var in = new HashSet<>(Arrays.asList(BETWEEN_WORDS.split(
                    text.substring(0, Math.min(text.length(), 500)).toLowerCase(Locale.ROOT))));
            words.add(in);
            int times = counts[code];
            in.forEach(word -> rows.merge(word, times, Integer::sum));
        }
        return rows.entrySet().stream()
                .filter(entry -> !entry.getKey().isEmpty()
                        && entry.getValue() >= sample.size() / 100.0
                        && entry.getValue() <= sample.size() * 0.99)
                .sorted(Map.Entry.<String, Integer>comparingByValue()
                        .reversed()
                        .thenComparing(Map.Entry.comparingByKey()))
                .limit(WORDS)
                .map(entry -> packed(Arrays.stream(feature.codes())
                        .map(code -> code >= 0 && words.get(code).contains(entry.getKey()) ? 1 : 0)
                        .toArray()))
                .toList();
    }
}
