package dev.slipway.model;

import dev.slipway.table.Table;
import java.util.List;
import java.util.Set;

/**
 * The same answer for every row: the share of each class in training, or one number. The least that a model has to beat.
 *
 * @param shares one a class; or the number alone
 */
public record ConstantModel(List<Double> shares) implements Model {
    public ConstantModel {
        shares = List.copyOf(shares);
    }

    @Override
    public Predictions predict(Table table) {
        int width = shares.size();
        double[] answers = new double[table.rows() * width];
        for (int i = 0; i < answers.length; i++) {
            answers[i] = shares.get(i % width);
        }
        return width == 1 ? Predictions.ofNumbers(answers) : Predictions.of(width, answers);
    }

    @Override
    public Set<String> inputs() {
        return Set.of();
    }
}
