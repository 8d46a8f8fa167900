package dev.slipway.model;

import dev.slipway.table.Column;
import dev.slipway.table.Table;
import dev.slipway.table.VectorColumn;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.DoubleStream;

/**
 * Weighted sums of columns of numbers and of vectors. One sum is a quantity, or through the logistic function the probability
 * of the second of two classes; one sum for each class becomes their probabilities in the softmax. A missing number counts as
 * the column's stand-in, its mean in training.
 */
public final class LinearModel implements Model {
    /** What the sums are. */
    public enum Answer {
        NUMBER,
        PROBABILITY,
        CLASSES
    }

    private final List<String> columns;
    private final List<Double> standIns;
    private final Answer answer;
    private final List<LinearFunction> functions;

    /** Two classes. One stand-in for each column; one weight for each column of numbers, and for each place of a vector column. */
    public LinearModel(List<String> columns, List<Double> standIns, LinearFunction function) {
        this(columns, standIns, Answer.PROBABILITY, List.of(function));
    }

    /** The same with one function for a number or a probability, or one for each of three classes or more. */
    public LinearModel(List<String> columns, List<Double> standIns, Answer answer, List<LinearFunction> functions) {
        if (functions.isEmpty() || (answer == Answer.CLASSES) != functions.size() > 1) {
            throw new IllegalArgumentException("%d functions for %s".formatted(functions.size(), answer));
        }
        for (var function : functions) {
            if (columns.size() > function.features() || columns.size() != standIns.size()) {
                throw new IllegalArgumentException("%d columns, %d stand-ins, %d weights"
                        .formatted(columns.size(), standIns.size(), function.features()));
            }
        }
        this.columns = List.copyOf(columns);
        this.standIns = List.copyOf(standIns);
        this.answer = answer;
        this.functions = List.copyOf(functions);
    }

    @Override
    public Predictions predict(Table table) {
        var sums = functions.stream().map(function -> margins(table, function)).toList();
        return switch (answer) {
            case NUMBER -> Predictions.ofNumbers(numbers(sums.get(0)));
            case PROBABILITY -> Predictions.ofPositive(probabilities(sums.get(0)));
            case CLASSES -> Predictions.of(sums.size(), shares(sums));
        };
    }

    /* Numbers so large that their sum is infinity less infinity say nothing: what is answered then is what no column would. */

    private double[] numbers(double[] sums) {
        double nothing = functions.get(0).intercept();
        return DoubleStream.of(sums)
                .map(sum -> Double.isNaN(sum) ? nothing : sum)
                .toArray();
    }

    private static double[] probabilities(double[] sums) {
        return DoubleStream.of(sums)
                .map(sum -> Double.isNaN(sum) ? 0.5 : Link.sigmoid(sum))
                .toArray();
    }

    private static double[] shares(List<double[]> sums) {
        int classes = sums.size();
        int rows = sums.get(0).length;
        var shares = new double[rows * classes];
        for (int row = 0; row < rows; row++) {
            for (int label = 0; label < classes; label++) {
                shares[row * classes + label] = sums.get(label)[row];
            }
            if (Double.isNaN(Link.softmax(shares, row * classes, classes))) {
                Arrays.fill(shares, row * classes, (row + 1) * classes, 1.0 / classes);
            }
        }
        return shares;
    }

    /*
     * Column by column: each row's sum grows from left to right, as it would row by row, and no matrix is laid out. Zeros add
     * nothing, so the entries of a vector give the bits that all of its places would.
     */
    private double[] margins(Table table, LinearFunction function) {
        double[] margins = new double[table.rows()];
        Arrays.fill(margins, function.intercept());
        int feature = 0;
        for (int i = 0; i < columns.size(); i++) {
            var column = table.column(columns.get(i));
            if (column instanceof VectorColumn vectors) {
                add(vectors, function, feature, margins);
            } else {
                add(column, standIns.get(i), function.weight(feature), margins);
            }
            feature += column.places();
        }
        if (feature != function.features()) {
            throw new IllegalArgumentException("%d features for %d weights".formatted(feature, function.features()));
        }
        return margins;
    }

    private static void add(VectorColumn column, LinearFunction function, int first, double... margins) {
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

    public Answer answer() {
        return answer;
    }

    /** One, or as many as there are classes. */
    public List<LinearFunction> functions() {
        return functions;
    }
}
