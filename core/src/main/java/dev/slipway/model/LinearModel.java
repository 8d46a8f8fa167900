package dev.slipway.model;

import dev.slipway.table.Table;
import java.util.List;
import java.util.Set;

/**
 * A linear function of numeric columns with the logistic link: two classes. A missing number counts as the column's
 * stand-in, its mean in training.
 */
public final class LinearModel implements Model {
    private final List<String> columns;
    private final List<Double> standIns;
    private final LinearFunction function;

    /** One stand-in and one weight for each column. */
    public LinearModel(List<String> columns, List<Double> standIns, LinearFunction function) {
        if (columns.size() != function.features() || columns.size() != standIns.size()) {
            throw new IllegalArgumentException("%d columns, %d stand-ins, %d weights"
                    .formatted(columns.size(), standIns.size(), function.features()));
        }
        this.columns = List.copyOf(columns);
        this.standIns = List.copyOf(standIns);
        this.function = function;
    }

    @Override
    public Predictions predict(Table table) {
        double[] matrix = Matrix.doubles(table, columns);
        int width = columns.size();
        for (int cell = 0; cell < matrix.length; cell++) {
            if (Double.isNaN(matrix[cell])) {
                matrix[cell] = standIns.get(cell % width);
            }
        }
        double[] positive = new double[table.rows()];
        for (int row = 0; row < positive.length; row++) {
            double probability = function.probability(matrix, row * width);
            // Numbers so large that their sum is infinity less infinity say nothing for either class.
            positive[row] = Double.isNaN(probability) ? 0.5 : probability;
        }
        return Predictions.ofPositive(positive);
    }

    @Override
    public Set<String> inputs() {
        return Set.copyOf(columns);
    }

    public List<String> columns() {
        return columns;
    }

    public List<Double> standIns() {
        return standIns;
    }

    public LinearFunction function() {
        return function;
    }
}
