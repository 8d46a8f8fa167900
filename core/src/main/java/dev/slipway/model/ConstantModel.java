package dev.slipway.model;

import dev.slipway.table.Table;
import java.util.List;
import java.util.Set;

/** The same answer for every row: the share of each class in training. The least that a model has to beat. */
public record ConstantModel(List<Double> shares) implements Model {
    public ConstantModel {
        shares = List.copyOf(shares);
    }

    @Override
    public Predictions predict(Table table) {
        int classes = shares.size();
        double[] probabilities = new double[table.rows() * classes];
        for (int i = 0; i < probabilities.length; i++) {
            probabilities[i] = shares.get(i % classes);
        }
        return Predictions.of(classes, probabilities);
    }

    @Override
    public Set<String> inputs() {
        return Set.of();
    }
}
