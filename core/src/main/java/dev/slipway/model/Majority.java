package dev.slipway.model;

import java.util.Arrays;

/** The baseline: answers with the share of each class in training, so it always decides for the largest. */
public record Majority() implements Estimator {
    @Override
    public ConstantModel fit(Training training) {
        double[] shares = new double[training.target().labels().size()];
        for (int label : training.labels()) {
            shares[label]++;
        }
        return new ConstantModel(Arrays.stream(shares)
                .map(count -> count / training.rows())
                .boxed()
                .toList());
    }
}
