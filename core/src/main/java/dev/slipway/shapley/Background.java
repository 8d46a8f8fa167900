package dev.slipway.shapley;

import dev.slipway.model.LinearModel;
import dev.slipway.statistic.ExactSum;
import dev.slipway.table.Column;
import dev.slipway.table.Table;
import dev.slipway.table.VectorColumn;
import java.util.Arrays;

/** The row that a linear model's answers are compared with: a mean for each number it reads. Immutable. */
final class Background {
    private final double[] means;

    private Background(double... means) {
        this.means = means;
    }

    /** The model's stand-ins; zero for every place of a vector column. */
    static Background standIns(LinearModel model, Table layout) {
        var means = new double[width(model, layout)];
        int feature = 0;
        for (int place = 0; place < model.columns().size(); place++) {
            var column = layout.column(model.columns().get(place));
            if (!(column instanceof VectorColumn)) {
                means[feature] = model.standIns().get(place);
            }
            feature += column.places();
        }
        return new Background(means);
    }

    /** The means of these rows, each summed exactly. */
    static Background of(LinearModel model, Table rows) {
        var means = new double[width(model, rows)];
        int feature = 0;
        for (int place = 0; place < model.columns().size(); place++) {
            var column = rows.column(model.columns().get(place));
            double standIn = model.standIns().get(place);
            if (column instanceof VectorColumn vectors) {
                addPlaces(vectors, feature, means);
            } else {
                means[feature] = ExactSum.of(rows.rows(), row -> value(column, row, standIn))
                                .value()
                        / rows.rows();
            }
            feature += column.places();
        }
        return new Background(means);
    }

    private static void addPlaces(VectorColumn column, int first, double... means) {
        var sums = new ExactSum[column.places()];
        Arrays.fill(sums, ExactSum.ZERO);
        for (int entry = column.start(0); entry < column.end(column.size() - 1); entry++) {
            sums[column.place(entry)] = sums[column.place(entry)].plus(ExactSum.of(column.value(entry)));
        }
        for (int place = 0; place < sums.length; place++) {
            means[first + place] = sums[place].value() / column.size();
        }
    }

    private static int width(LinearModel model, Table table) {
        return model.columns().stream()
                .mapToInt(name -> table.column(name).places())
                .sum();
    }

    static double value(Column column, int row, double standIn) {
        double value = column.number(row);
        return Double.isNaN(value) ? standIn : value;
    }

    double at(int feature) {
        return means[feature];
    }
}
