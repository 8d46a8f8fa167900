package dev.slipway.association;

import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * The target as what a column is to explain: for classes one output each (the classes beyond the first nineteen together;
 * one output where there are two), for an amount its average rank, scaled to 0..1.
 */
final class Outcome {
    private static final int MOST = 20;

    private final boolean classes;
    private final int[] rows;
    private final double[][] outputs;

    private Outcome(boolean classes, int[] rows, double[]... outputs) {
        this.classes = classes;
        this.rows = rows;
        this.outputs = outputs;
    }

    static boolean classes(Feature target) {
        return target.kind().textual() || target.distinct() <= 2;
    }

    static Outcome of(Feature target) {
        int[] rows = IntStream.range(0, target.codes().length)
                .filter(row -> !target.isMissing(row))
                .toArray();
        if (!classes(target)) {
            double[] ranks = Line.ranks(target, rows);
            Arrays.setAll(ranks, i -> ranks[i] / rows.length);
            return new Outcome(false, rows, ranks);
        }
        int[] place = places(target, rows);
        int count = Arrays.stream(place).max().orElse(-1) + 1;
        double[][] outputs = new double[count == 2 ? 1 : count][rows.length];
        for (int output = 0; output < outputs.length; output++) {
            int wanted = count == 2 ? 1 : output;
            double[] of = outputs[output];
            Arrays.setAll(of, i -> place[target.codes()[rows[i]]] == wanted ? 1 : 0);
        }
        return new Outcome(true, rows, outputs);
    }

    /** The output of each class: of two the rarer one is 1, so that it is the one that is predicted; else by frequency. */
    private static int[] places(Feature target, int... rows) {
        long[] counts = new long[target.distinct()];
        for (int row : rows) {
            counts[target.codes()[row]]++;
        }
        int[] order = IntStream.range(0, counts.length)
                .boxed()
                .sorted((a, b) -> Long.compare(counts[b], counts[a]))
                .mapToInt(Integer::intValue)
                .toArray();
        int[] place = new int[counts.length];
        for (int i = 0; i < order.length; i++) {
            place[order[i]] = Math.min(i, MOST - 1);
        }
        return place;
    }

    boolean classes() {
        return classes;
    }

    /** Whether there are two classes, so that one output says everything. */
    boolean binary() {
        return classes && outputs.length == 1;
    }

    /** The rows in which the target has a value; an output has one number for each of them. */
    int[] rows() {
        return rows;
    }

    double[][] outputs() {
        return outputs;
    }

    /** Of these of its rows (places in {@link #rows()}). */
    Outcome part(int... places) {
        return new Outcome(
                classes,
                Arrays.stream(places).map(i -> rows[i]).toArray(),
                Arrays.stream(outputs)
                        .map(of -> Arrays.stream(places).mapToDouble(i -> of[i]).toArray())
                        .toArray(double[][]::new));
    }
}
