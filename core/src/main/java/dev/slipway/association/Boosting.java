package dev.slipway.association;

import java.util.Arrays;
import java.util.List;

/**
 * A small gradient-boosted ensemble that says how much some columns together explain of an outcome: squared loss, trees of
 * three levels over binned values (Friedman, "Greedy function approximation", 2001). It is a measure, not a model to serve;
 * the same rows give the same bits.
 */
final class Boosting {
    private static final int TREES = 40;
    private static final int LEVELS = 3;
    private static final int NODES = 1 << LEVELS;
    private static final double RATE = 0.2;
    /** Rows of value 0 that each leaf starts with. */
    private static final double PRIOR = 5;

    private static final int LEAST = 10;

    private final List<Binned> columns;
    private final double[][] residuals;
    private final int[] training;
    private final double[][] predicted;
    private final int[] asked;

    private Boosting(List<Binned> columns, double[][] truth, int[] training, int... asked) {
        this.columns = columns;
        this.training = training;
        this.asked = asked;
        residuals = new double[truth.length][training.length];
        predicted = new double[truth.length][asked.length];
        for (int output = 0; output < truth.length; output++) {
            double mean = 0;
            for (int row : training) {
                mean += truth[output][row];
            }
            mean /= training.length;
            for (int i = 0; i < training.length; i++) {
                residuals[output][i] = truth[output][training[i]] - mean;
            }
            Arrays.fill(predicted[output], mean);
        }
    }

    /**
     * What it says of the rows that are asked, for each output, having learned from the others.
     *
     * @param truth by output and row
     */
    static double[][] predicted(List<Binned> columns, double[][] truth, int[] training, int... asked) {
        var boosting = new Boosting(columns, truth, training, asked);
        for (int tree = 0; tree < TREES; tree++) {
            boosting.grow();
        }
        return boosting.predicted;
    }

    private void grow() {
        int[] nodeOf = new int[training.length];
        int[] askedNode = new int[asked.length];
        for (int level = 0; level < LEVELS; level++) {
            var splits = splits(1 << level, nodeOf);
            move(splits, nodeOf, training);
            move(splits, askedNode, asked);
        }
        double[] counts = new double[NODES];
        for (int node : nodeOf) {
            counts[node]++;
        }
        for (int output = 0; output < residuals.length; output++) {
            double[] leaves = new double[NODES];
            double[] residual = residuals[output];
            for (int i = 0; i < residual.length; i++) {
                leaves[nodeOf[i]] += residual[i];
            }
            for (int node = 0; node < NODES; node++) {
                leaves[node] *= RATE / (counts[node] + PRIOR);
            }
            for (int i = 0; i < residual.length; i++) {
                residual[i] -= leaves[nodeOf[i]];
            }
            for (int i = 0; i < asked.length; i++) {
                predicted[output][i] += leaves[askedNode[i]];
            }
        }
    }

    /** For each node the column and the first bin of its right side; column -1 where it is not split. */
    private int[][] splits(int nodes, int... nodeOf) {
        int[][] best = new int[nodes][2];
        double[] gains = new double[nodes];
        for (var split : best) {
            split[0] = -1;
        }
        for (int c = 0; c < columns.size(); c++) {
            var column = columns.get(c);
            int width = column.count();
            double[] counts = new double[nodes * width];
            double[][] sums = new double[residuals.length][nodes * width];
            byte[] bins = column.bins();
            int[] places = new int[training.length];
            for (int i = 0; i < training.length; i++) {
                places[i] = nodeOf[i] * width + bins[training[i]];
                counts[places[i]]++;
            }
            for (int output = 0; output < residuals.length; output++) {
                double[] residual = residuals[output];
                double[] sum = sums[output];
                for (int i = 0; i < places.length; i++) {
                    sum[places[i]] += residual[i];
                }
            }
            for (int node = 0; node < nodes; node++) {
                best(node, c, width, counts, sums, best, gains);
            }
        }
        return best;
    }

    private static void best(
            int node, int column, int width, double[] counts, double[][] sums, int[][] best, double... gains) {
        int from = node * width;
        double all = 0;
        for (int bin = 0; bin < width; bin++) {
            all += counts[from + bin];
        }
        double[] total = new double[sums.length];
        double[] left = new double[sums.length];
        double before = 0;
        for (int output = 0; output < sums.length; output++) {
            for (int bin = 0; bin < width; bin++) {
                total[output] += sums[output][from + bin];
            }
            before += total[output] * total[output] / (all + PRIOR);
        }
        double count = 0;
        for (int bin = 0; bin + 1 < width; bin++) {
            count += counts[from + bin];
            double gain = -before;
            for (int output = 0; output < sums.length; output++) {
                left[output] += sums[output][from + bin];
                double right = total[output] - left[output];
                gain += left[output] * left[output] / (count + PRIOR) + right * right / (all - count + PRIOR);
            }
            if (count >= LEAST && all - count >= LEAST && gain > gains[node] + 1e-12) {
                gains[node] = gain;
                best[node][0] = column;
                best[node][1] = bin + 1;
            }
        }
    }

    private void move(int[][] splits, int[] nodeOf, int... rows) {
        for (int i = 0; i < rows.length; i++) {
            int[] split = splits[nodeOf[i]];
            boolean right = split[0] >= 0 && columns.get(split[0]).bins()[rows[i]] >= split[1];
            nodeOf[i] = 2 * nodeOf[i] + (right ? 1 : 0);
        }
    }
}
