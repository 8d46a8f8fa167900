package dev.slipway.transform;

import dev.slipway.table.Column;
import dev.slipway.table.NumberColumn;
import dev.slipway.table.Table;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.stream.IntStream;

/** The mean answer to each value, under the name of its column, or class by class in columns called {@code city:red}. */
public record FittedTargetMean(List<Means> columns) implements FittedTransformer {
    /**
     * What the values of one column become.
     *
     * @param labels the classes, each with a column; empty where there is one column of numbers
     * @param means of each value one a class, or the only one
     * @param others the same for every value that is not known
     */
    public record Means(KnownValues known, List<String> labels, List<List<Double>> means, List<Double> others)
            implements Serializable {
        public Means {
            labels = List.copyOf(labels);
            means = means.stream().map(List::copyOf).toList();
            others = List.copyOf(others);
            int width = Math.max(1, labels.size());
            boolean each = means.stream().allMatch(mean -> mean.size() == width);
            Sound.check(
                    each
                            && others.size() == width
                            && means.size() == known.values().size(),
                    "target",
                    "the means of column '%s' do not fit its values".formatted(known.column()));
        }

        List<String> outputs() {
            return labels.isEmpty()
                    ? List.of(known.column())
                    : labels.stream().map(label -> known.column() + ":" + label).toList();
        }

        List<Column> encode(Column column) {
            int[] places = known.places(column);
            var names = outputs();
            return IntStream.range(0, names.size())
                    .<Column>mapToObj(i -> NumberColumn.of(
                            names.get(i),
                            IntStream.of(places)
                                    .mapToDouble(place -> (place < 0 ? others : means.get(place)).get(i))
                                    .toArray()))
                    .toList();
        }
    }

    public FittedTargetMean {
        columns = List.copyOf(columns);
    }

    @Override
    public Table apply(Table input) {
        var changed = new ArrayList<Column>();
        var gone = new ArrayList<String>();
        for (var means : columns) {
            input.find(means.known().column()).ifPresent(column -> {
                changed.addAll(means.encode(column));
                if (!means.labels().isEmpty()) {
                    gone.add(column.name());
                }
            });
        }
        var kept = input.without(gone);
        TakenNames.refuse(
                "target",
                changed.stream()
                        .map(Column::name)
                        .filter(name -> input.find(name).isPresent() && isNew(name))
                        .toList());
        return kept.with(changed);
    }

    private boolean isNew(String name) {
        return columns.stream().noneMatch(means -> means.known().column().equals(name));
    }

    @Override
    public Set<String> inputs(Set<String> outputs) {
        var inputs = new LinkedHashSet<>(outputs);
        for (var means : columns) {
            if (inputs.removeAll(Set.copyOf(means.outputs()))) {
                inputs.add(means.known().column());
            }
        }
        return inputs;
    }

    @Override
    public SortedMap<String, Long> unseen(Table input) {
        return UnseenValues.count(input, columns.stream().map(Means::known).toList());
    }
}
