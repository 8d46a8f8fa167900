package dev.slipway.model;

import dev.slipway.statistic.ExactSum;
import java.util.Arrays;
import java.util.List;

/**
 * The baseline: answers with the weighted share of each class in training, so it always decides for the largest; where a
 * quantity is asked about, with its weighted mean.
 */
public record Majority() implements Estimator {
    @Override
    public ConstantModel fit(Training training) {
        return training.target() instanceof Target.Quantity ? mean(training) : shares(training);
    }

    private static ConstantModel mean(Training training) {
        double[] weights = training.weights();
        double[] numbers = training.numbers();
        double[] weighted = new double[numbers.length];
        Arrays.setAll(weighted, row -> weights[row] * numbers[row]);
        double mean = ExactSum.of(weighted).value() / ExactSum.of(weights).value();
        return new ConstantModel(List.of(mean));
    }

    private static ConstantModel shares(Training training) {
        double[] shares = new double[training.target().labels().size()];
        double[] weights = training.weights();
        int[] labels = training.labels();
        double all = 0;
        for (int row = 0; row < labels.length; row++) {
            shares[labels[row]] += weights[row];
            all += weights[row];
        }
        double total = all;
        return new ConstantModel(
                Arrays.stream(shares).map(share -> share / total).boxed().toList());
    }
}
