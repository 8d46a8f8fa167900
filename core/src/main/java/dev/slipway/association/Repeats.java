package dev.slipway.association;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Rows that are the same, and rows that are the same but for one column: found by a sum of hashes of the row's codes, from
 * which one column can be taken out again, and then compared value by value.
 */
final class Repeats {
    private static final int GROUPS = 50;
    /** Of the rows: more that differ in one column only are how these data are, and not strange. */
    private static final double STRANGE = 0.05;

    private final Features features;
    private final long[] whole;

    private Repeats(Features features) {
        this.features = features;
        this.whole = new long[features.rows()];
        for (int c = 0; c < features.all().size(); c++) {
            int[] codes = features.all().get(c).codes();
            for (int row = 0; row < whole.length; row++) {
                whole[row] += mixed(c, codes[row]);
            }
        }
    }

    static List<Repeated> of(Features features) {
        var repeats = new Repeats(features);
        var found = new ArrayList<Repeated>();
        found.add(repeats.same());
        if (features.all().size() > 2) {
            IntStream.range(0, features.all().size())
                    .parallel()
                    .mapToObj(repeats::but)
                    .filter(some -> some.rows() > 0)
                    .toList()
                    .forEach(found::add);
        }
        found.removeIf(some -> some.rows() == 0);
        return found;
    }

    private static long mixed(int column, int code) {
        long mixed = (((long) column << 32) | (code & 0xFFFF_FFFFL)) * 0x9E37_79B9_7F4A_7C15L;
        mixed = (mixed ^ (mixed >>> 32)) * 0xD6E8_FEB8_6659_FD93L;
        return mixed ^ (mixed >>> 32);
    }

    private Repeated same() {
        var groups = groups(whole, -1);
        return repeated(List.of(), groups);
    }

    private Repeated but(int column) {
        var feature = features.all().get(column);
        long[] without = new long[whole.length];
        Arrays.setAll(without, row -> whole[row] - mixed(column, feature.codes()[row]));
        var groups = groups(without, column).stream()
                .map(rows -> distinct(rows, feature.codes()))
                .filter(rows -> rows.length > 1)
                .toList();
        long rows = groups.stream().mapToLong(group -> group.length - 1).sum();
        boolean key = feature.distinct() > features.rows() / 2;
        return key || rows <= STRANGE * features.rows()
                ? repeated(List.of(feature.name()), groups)
                : new Repeated(List.of(feature.name()), 0, List.of());
    }

    private Repeated repeated(List<String> but, List<int[]> groups) {
        return new Repeated(
                but,
                groups.stream().mapToLong(group -> group.length - 1).sum(),
                groups.stream()
                        .limit(GROUPS)
                        .map(group -> Arrays.stream(group)
                                .limit(GROUPS)
                                .mapToObj(features.sample()::origin)
                                .toList())
                        .toList());
    }

    /** The first row of each value. */
    private static int[] distinct(int[] rows, int... codes) {
        var seen = new LinkedHashMap<Integer, Integer>();
        for (int row : rows) {
            seen.putIfAbsent(codes[row], row);
        }
        return seen.values().stream().mapToInt(Integer::intValue).toArray();
    }

    /** Rows of the same hash that are the same but for the column (none: -1), in order; each from two rows on. */
    private List<int[]> groups(long[] hashes, int but) {
        long[] sorted = hashes.clone();
        Arrays.sort(sorted);
        int repeated = 0;
        for (int i = 1; i < sorted.length; i++) {
            if (sorted[i] == sorted[i - 1] && (repeated == 0 || sorted[repeated - 1] != sorted[i])) {
                sorted[repeated++] = sorted[i];
            }
        }
        var groups = new LinkedHashMap<Long, List<Integer>>();
        for (int row = 0; row < hashes.length && repeated > 0; row++) {
            if (Arrays.binarySearch(sorted, 0, repeated, hashes[row]) >= 0) {
                var group = groups.computeIfAbsent(hashes[row], hash -> new ArrayList<>());
                if (group.isEmpty() || same(group.get(0), row, but)) {
                    group.add(row);
                }
            }
        }
        return groups.values().stream()
                .filter(group -> group.size() > 1)
                .map(Repeats::array)
                .toList();
    }

    private static int[] array(Collection<Integer> rows) {
        return rows.stream().mapToInt(Integer::intValue).toArray();
    }

    private boolean same(int one, int other, int but) {
        for (int c = 0; c < features.all().size(); c++) {
            int[] codes = features.all().get(c).codes();
            if (c != but && codes[one] != codes[other]) {
                return false;
            }
        }
        return true;
    }
}
