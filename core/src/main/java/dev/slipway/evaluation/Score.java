package dev.slipway.evaluation;

import java.util.List;

/**
 * A metric measured on each fold, on rows the model had not seen.
 *
 * @param mean arithmetic, over the folds
 * @param deviation population deviation over the folds
 */
public record Score(String metric, double mean, double deviation, List<Double> folds) {
    public Score {
        folds = List.copyOf(folds);
    }

    static Score of(String metric, List<Double> folds) {
        double mean = folds.stream().mapToDouble(Double::doubleValue).sum() / folds.size();
        double squares = folds.stream()
                .mapToDouble(fold -> (fold - mean) * (fold - mean))
                .sum();
        return new Score(metric, mean, Math.sqrt(squares / folds.size()), folds);
    }
}
