package dev.slipway.model;

import dev.slipway.table.Column;
import dev.slipway.table.Table;
import dev.slipway.table.VectorColumn;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.DoubleStream;

/**
 * A linear function of columns of numbers and of vectors with the logistic link: two classes. A missing number counts as the column's
 * stand-in, its mean in training.
 */
public final class LinearModel implements Model {
    /* Numbers so large that their sum is infinity less infinity say nothing for either class. */
    private static final double UNDECIDED = 0.5;

    private final List<String> columns;
    private final List<Double> standIns;
    private final LinearFunction function;

    /** One stand-in for each column; one weight for each column of numbers, and for each place of a vector column. */
    public LinearModel(List<String> columns, List<Double> standIns, LinearFunction function) {
        if (columns.size() > function.features() || columns.size() != standIns.size()) {
            throw new IllegalArgumentException("%d columns, %d stand-ins, %d weights"
                    .formatted(columns.size(), standIns.size(), function.features()));
        }
        this.columns = List.copyOf(columns);
        this.standIns = List.copyOf(standIns);
        this.function = function;
    }

    /*
     * Column by column: each row's sum grows from left to right, as it would row by row, and no matrix is laid out. Zeros add
     * nothing, so the entries of a vector give the bits that all of its places would.
     */
    @Override
    public Predictions predict(Table table) {
        double[] margins = new double[table.rows()];
        Arrays.fill(margins, function.intercept());
        int feature = 0;
        for (int i = 0; i < columns.size(); i++) {
            var column = table.column(columns.get(i));
            if (column instanceof VectorColumn vectors) {
                add(vectors, feature, margins);
            } else {
                add(column, standIns.get(i), function.weight(feature), margins);
            }
            feature += column.places();
        }
        if (feature != function.features()) {
            throw new IllegalArgumentException("%d features for %d weights".formatted(feature, function.features()));
        }
        return Predictions.ofPositive(DoubleStream.of(margins)
                .map(margin -> Double.isNaN(margin) ? UNDECIDED : Link.sigmoid(margin))
                .toArray());
    }

    private void add(VectorColumn column, int first, double... margins) {
        for (int row = 0; row < margins.length; row++) {
            for (int entry = column.start(row); entry < column.end(row); entry++) {
                margins[row] += function.weight(first + column.place(entry)) * column.value(entry);
            }
        }
    }

    private static void add(Column column, double standIn, double weight, double... margins) {
        for (int row = 0; row < margins.length; row++) {
            double number = column.number(row);
            margins[row] += weight * (Double.isNaN(number) ? standIn : number);
        }
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
