package dev.slipway.analysis;

import dev.slipway.model.Predictions;
import dev.slipway.table.Column;
import dev.slipway.table.Table;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * A cluster in the units and words of the data: how large it is, where its middle lies, and what sets it apart.
 *
 * @param name as the model answers it
 * @param share of all rows, 0 to 1
 * @param middle of each column: the mean of numbers, the most frequent of words
 * @param traits in which it differs most from the other rows, the strongest first
 */
public record ClusterPortrait(String name, int rows, double share, List<Middle> middle, List<Trait> traits) {
    private static final int MOST_TRAITS = 8;

    /** @param value as people write it; empty where all are missing */
    public record Middle(String column, String value) {}

    /**
     * A difference between a cluster and the other rows.
     *
     * @param strength in standard deviations of the column
     */
    public record Trait(String column, double strength, String sentence) {}

    public ClusterPortrait {
        middle = List.copyOf(middle);
        traits = List.copyOf(traits);
    }

    /**
     * One for each cluster, in the order of their names.
     *
     * @param data as it came, before any step
     * @param answers to which cluster each of its rows belongs
     */
    public static List<ClusterPortrait> of(Table data, Predictions answers, List<String> names) {
        int[] cluster = IntStream.range(0, data.rows()).map(answers::label).toArray();
        return IntStream.range(0, names.size())
                .mapToObj(place -> one(data, cluster, place, names.get(place)))
                .toList();
    }

    private static ClusterPortrait one(Table data, int[] cluster, int place, String name) {
        int[] inside = rows(cluster, place, true);
        int[] outside = rows(cluster, place, false);
        var middle = new ArrayList<Middle>();
        var traits = new ArrayList<Trait>();
        for (var column : data.columns()) {
            var contrast = contrast(column, inside, outside);
            middle.add(new Middle(column.name(), contrast.middle()));
            contrast.trait().ifPresent(traits::add);
        }
        traits.sort(Comparator.comparingDouble(Trait::strength).reversed());
        return new ClusterPortrait(
                name,
                inside.length,
                (double) inside.length / cluster.length,
                middle,
                traits.subList(0, Math.min(MOST_TRAITS, traits.size())));
    }

    private static int[] rows(int[] cluster, int place, boolean inside) {
        return IntStream.range(0, cluster.length)
                .filter(row -> (cluster[row] == place) == inside)
                .toArray();
    }

    private static ColumnContrast contrast(Column column, int[] inside, int[] outside) {
        return column.type().quantity()
                ? ColumnContrast.ofNumbers(column, inside, outside)
                : ColumnContrast.ofWords(column, inside, outside);
    }
}
