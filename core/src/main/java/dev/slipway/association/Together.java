package dev.slipway.association;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.stream.IntStream;

/**
 * How much several columns together explain of an outcome in rows they were not learned from: at most {@link #MOST} rows of
 * the sample (fewer for many classes), in as many folds as their number allows.
 */
final class Together {
    static final int MOST = 12_000;
    private static final int FEW = 6_000;

    /** @param explained share of the outcome's spread, 0 to 1 */
    record Score(double explained, double auc) {}

    private final Outcome outcome;
    private final double[][] truth;
    private final int[] rows;
    private final int[] folds;
    private final int count;
    private final IdentityHashMap<Feature, List<Binned>> binned = new IdentityHashMap<>();

    Together(Features features, Feature target, Outcome outcome, int... folds) {
        this.outcome = outcome;
        this.folds = folds;
        int[] all = outcome.rows();
        int size = Math.min(MOST / Math.max(1, outcome.outputs().length / 2), all.length);
        rows = IntStream.range(0, size)
                .map(i -> all[(int) ((long) i * all.length / size)])
                .toArray();
        count = size <= FEW ? Power.FOLDS : 2;
        truth = new double[outcome.outputs().length][features.rows()];
        for (int output = 0; output < truth.length; output++) {
            for (int i = 0; i < all.length; i++) {
                truth[output][all[i]] = outcome.outputs()[output][i];
            }
        }
        for (var feature : features.all()) {
            if (feature != target) {
                binned.put(
                        feature,
                        feature.numeric() ? List.of(Binned.of(feature)) : Binned.words(features.sample(), feature));
            }
        }
    }

    Score score(List<Feature> columns) {
        double[][] predicted = new double[truth.length][truth[0].length];
        double left = 0;
        double all = 0;
        for (int fold = 0; fold < count; fold++) {
            int asked = fold;
            int[] training = Arrays.stream(rows)
                    .filter(row -> folds[row] % count != asked)
                    .toArray();
            int[] test = Arrays.stream(rows)
                    .filter(row -> folds[row] % count == asked)
                    .toArray();
            if (training.length == 0 || test.length == 0) {
                continue;
            }
            double[][] answers = Boosting.predicted(columns(columns, training), truth, training, test);
            for (int output = 0; output < truth.length; output++) {
                double[] of = truth[output];
                double mean =
                        Arrays.stream(training).mapToDouble(row -> of[row]).sum() / training.length;
                for (int i = 0; i < test.length; i++) {
                    double value = of[test[i]];
                    predicted[output][test[i]] = answers[output][i];
                    left += (value - answers[output][i]) * (value - answers[output][i]);
                    all += (value - mean) * (value - mean);
                }
            }
        }
        double auc = outcome.binary() ? Power.auc(chosen(predicted[0]), chosen(truth[0])) : Double.NaN;
        return new Score(all > 0 ? Math.max(0, 1 - left / all) : 0, auc);
    }

    private double[] chosen(double... values) {
        return Arrays.stream(rows).mapToDouble(row -> values[row]).toArray();
    }

    private List<Binned> columns(List<Feature> features, int... training) {
        var columns = new ArrayList<Binned>();
        for (var feature : features) {
            columns.addAll(binned.get(feature));
            if (!feature.numeric()) {
                columns.add(Binned.ordered(feature, truth, training));
            }
        }
        return columns;
    }
}
