package dev.slipway.contract;

import dev.slipway.contract.DataRules.Dependency;
import java.io.Serializable;
import java.util.Arrays;
import java.util.List;

/**
 * Hashes of values that several rows have, and that rows must not have: what a first pass over the data leaves to a second, which
 * looks at the values themselves.
 *
 * @param repeated for each key, sorted
 * @param ambiguous for each dependency without a map: values that do not always go with the same, sorted
 */
record Suspects(List<RowKey> keys, List<long[]> repeated, List<Dependency> dependencies, List<long[]> ambiguous)
        implements Serializable {
    Suspects {
        keys = List.copyOf(keys);
        repeated = List.copyOf(repeated);
        dependencies = List.copyOf(dependencies);
        ambiguous = List.copyOf(ambiguous);
    }

    boolean isNone() {
        return repeated.stream().allMatch(hashes -> hashes.length == 0)
                && ambiguous.stream().allMatch(hashes -> hashes.length == 0);
    }

    static boolean has(long[] sorted, long hash) {
        return Arrays.binarySearch(sorted, hash) >= 0;
    }
}
