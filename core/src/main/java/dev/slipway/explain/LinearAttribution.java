package dev.slipway.explain;

import dev.slipway.model.LinearModel;
import dev.slipway.model.Matrix;
import dev.slipway.statistic.ExactSum;
import dev.slipway.table.Table;
import java.util.List;

/**
 * A linear function: a column adds its weight times how far its value is from the background's mean. These are the exact
 * interventional Shapley values of the margin (Lundberg and Lee 2017, corollary 1).
 */
public final class LinearAttribution implements Attribution {
    private final LinearModel model;
    private final double[] means;
    private final double base;

    private LinearAttribution(LinearModel model, double... means) {
        this.model = model;
        this.means = means;
        base = model.function().margin(means, 0);
    }

    /** Against the training data: the model's stand-ins for missing values are its means there. */
    public static LinearAttribution of(LinearModel model) {
        return new LinearAttribution(
                model,
                model.standIns().stream().mapToDouble(Double::doubleValue).toArray());
    }

    /** Against these prepared rows, at least one; where a value is missing the model's stand-in counts. */
    public static LinearAttribution against(LinearModel model, Table background) {
        double[] values = filled(model, background);
        int width = model.columns().size();
        var means = new double[width];
        for (int column = 0; column < width; column++) {
            int place = column;
            means[column] = ExactSum.of(background.rows(), row -> values[row * width + place])
                            .value()
                    / background.rows();
        }
        return new LinearAttribution(model, means);
    }

    private static double[] filled(LinearModel model, Table prepared) {
        double[] values = Matrix.doubles(prepared, model.columns());
        for (int cell = 0; cell < values.length; cell++) {
            if (Double.isNaN(values[cell])) {
                values[cell] = model.standIns().get(cell % model.columns().size());
            }
        }
        return values;
    }

    @Override
    public List<String> columns() {
        return model.columns();
    }

    @Override
    public int groups() {
        return 1;
    }

    @Override
    public double base(int group) {
        return base;
    }

    @Override
    public double[] shares(Table prepared) {
        double[] values = filled(model, prepared);
        var shares = new double[means.length];
        for (int column = 0; column < shares.length; column++) {
            shares[column] = model.function().weight(column) * (values[column] - means[column]);
        }
        return shares;
    }
}
