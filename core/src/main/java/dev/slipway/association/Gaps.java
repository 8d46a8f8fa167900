package dev.slipway.association;

import java.util.BitSet;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Which columns are missing together. */
final class Gaps {
    private static final int MOST = 50;

    private Gaps() {}

    static List<MissingPattern> patterns(Features features) {
        var counts = new HashMap<BitSet, Long>();
        var columns = features.all();
        for (int row = 0; row < features.rows(); row++) {
            var gaps = new BitSet();
            for (int c = 0; c < columns.size(); c++) {
                if (columns.get(c).isMissing(row)) {
                    gaps.set(c);
                }
            }
            counts.merge(gaps, 1L, Long::sum);
        }
        return counts.entrySet().stream()
                .sorted(Map.Entry.<BitSet, Long>comparingByValue()
                        .reversed()
                        .thenComparing(entry -> entry.getKey().toString(), Comparator.naturalOrder()))
                .limit(MOST)
                .map(entry -> new MissingPattern(
                        entry.getKey().stream()
                                .mapToObj(c -> columns.get(c).name())
                                .toList(),
                        entry.getValue(),
                        (double) entry.getValue() / features.rows()))
                .toList();
    }
}
