package dev.slipway.transform;

import dev.slipway.table.Column;
import dev.slipway.table.Missing;
import dev.slipway.table.NumberColumn;
import dev.slipway.table.Table;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Rows seen along the directions found in training. Without one of the columns there are no components.
 *
 * @param means of the columns in training
 */
public record FittedPca(List<String> columns, Doubles means, List<Component> components) implements FittedTransformer {
    /**
     * One direction.
     *
     * @param weights of the columns' distances from their means
     * @param variance of the training rows along it
     * @param share of the variance of all columns
     */
    public record Component(String name, Doubles weights, double variance, double share) implements Serializable {}

    public FittedPca {
        columns = List.copyOf(columns);
        components = List.copyOf(components);
        Sound.check(
                means.size() == columns.size(),
                "pca",
                "%d columns have %d means".formatted(columns.size(), means.size()));
        for (var component : components) {
            Sound.check(
                    component.weights().size() == columns.size(),
                    "pca",
                    "'%s' has %d weights for %d columns"
                            .formatted(component.name(), component.weights().size(), columns.size()));
        }
    }

    @Override
    public Table apply(Table input) {
        var others = new ArrayList<Column>(input.columns().size() + components.size());
        var rotated = new ArrayList<Column>(columns.size());
        for (var name : columns) {
            input.find(name).ifPresent(rotated::add);
        }
        for (var column : input.columns()) {
            if (!columns.contains(column.name())) {
                others.add(column);
            }
        }
        if (rotated.size() == columns.size()) {
            TakenNames.refuse("pca", taken(others));
            others.addAll(along(rotated, input.rows()));
        }
        return Table.of(others, input.origins());
    }

    private List<String> taken(List<Column> others) {
        return others.stream()
                .map(Column::name)
                .filter(name -> components.stream()
                        .anyMatch(component -> component.name().equals(name)))
                .toList();
    }

    private List<NumberColumn> along(List<Column> rotated, int rows) {
        var missing = rotated.stream().allMatch(column -> column.missing().count() == 0)
                ? Missing.NONE
                : Missing.where(rows, row -> rotated.stream().anyMatch(column -> column.isMissing(row)));
        double[][] values = new double[components.size()][rows];
        for (int place = 0; place < rotated.size(); place++) {
            var column = rotated.get(place);
            double mean = means.at(place);
            for (int row = 0; row < rows; row++) {
                double distance = column.number(row) - mean;
                for (int component = 0; component < values.length; component++) {
                    values[component][row] +=
                            distance * components.get(component).weights().at(place);
                }
            }
        }
        var along = new ArrayList<NumberColumn>();
        for (int component = 0; component < values.length; component++) {
            along.add(NumberColumn.of(components.get(component).name(), missing, values[component]));
        }
        return along;
    }

    @Override
    public Set<String> inputs(Set<String> outputs) {
        var inputs = new LinkedHashSet<>(outputs);
        boolean made = false;
        for (var component : components) {
            made |= inputs.remove(component.name());
        }
        if (made) {
            inputs.addAll(columns);
        }
        return inputs;
    }
}
