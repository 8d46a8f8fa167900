package dev.slipway.forest;

import java.util.Arrays;

/** What some rows teach together: how many there are, what they weigh, and the weighted amounts by output. Mutable. */
final class Sums {
    private final double[] amounts;
    private int rows;
    private double weight;

    Sums(int outputs) {
        amounts = new double[outputs];
    }

    void clear() {
        rows = 0;
        weight = 0;
        Arrays.fill(amounts, 0);
    }

    void add(int moreRows, double moreWeight, double[] from, int offset) {
        rows += moreRows;
        weight += moreWeight;
        for (int output = 0; output < amounts.length; output++) {
            amounts[output] += from[offset + output];
        }
    }

    /** Makes these what is left of the whole without a part. */
    void rest(Sums whole, Sums part) {
        rows = whole.rows - part.rows;
        weight = whole.weight - part.weight;
        for (int output = 0; output < amounts.length; output++) {
            amounts[output] = whole.amounts[output] - part.amounts[output];
        }
    }

    void copy(Sums other) {
        rows = other.rows;
        weight = other.weight;
        System.arraycopy(other.amounts, 0, amounts, 0, amounts.length);
    }

    void add(Sums other) {
        add(other.rows, other.weight, other.amounts, 0);
    }

    int rows() {
        return rows;
    }

    double weight() {
        return weight;
    }

    /** The squares of the amounts by weight: what purity grows with. */
    double score() {
        double squares = 0;
        for (double amount : amounts) {
            squares += amount * amount;
        }
        return squares / weight;
    }

    /** The weighted mean of each output. */
    double[] means() {
        var means = new double[amounts.length];
        Arrays.setAll(means, output -> amounts[output] / weight);
        return means;
    }
}
