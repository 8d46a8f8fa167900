package dev.slipway.explain;

import dev.slipway.shapley.Shares.Share;
import dev.slipway.transform.FittedTransformer;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** From which columns of the data each column came that a model reads. Immutable. */
public final class RawColumns {
    private final Map<String, List<String>> sources;

    private RawColumns(Map<String, List<String>> sources) {
        this.sources = sources;
    }

    /** Asks every step, from the last to the first, what it needs for the column to be there. */
    public static RawColumns of(List<FittedTransformer> steps, Collection<String> prepared) {
        var sources = new HashMap<String, List<String>>();
        for (var column : prepared) {
            var needed = Set.of(column);
            for (int step = steps.size() - 1; step >= 0; step--) {
                needed = steps.get(step).inputs(needed);
            }
            sources.put(column, List.copyOf(new TreeSet<>(needed)));
        }
        return new RawColumns(sources);
    }

    /** In the order of their names; more than one where a step made one column of several. */
    public List<String> of(String prepared) {
        return sources.getOrDefault(prepared, List.of(prepared));
    }

    /** Shares of prepared columns, added up by the columns of the data they came from. */
    List<Contribution> gathered(List<Share> shares) {
        var parts = new HashMap<List<String>, List<Share>>();
        shares.forEach(share -> parts.computeIfAbsent(of(share.column()), unseen -> new ArrayList<>())
                .add(share));
        return parts.entrySet().stream()
                .map(entry -> new Contribution(entry.getKey(), entry.getValue()))
                .toList();
    }
}
