package dev.slipway.algorithm;

import java.util.Map;

/** A native library at work in the child process: matrices it keeps by number, and the models it makes of them. */
interface Trainer {
    /** What the library itself refuses, in its own words. */
    final class Refusal extends Exception {
        private static final long serialVersionUID = 1;

        Refusal(Throwable cause) {
            super(String.valueOf(cause.getMessage()), cause);
        }

        Refusal(String what) {
            super(what);
        }
    }

    /** Keeps rows under this number. */
    void matrix(int id, Block block) throws Refusal;

    /** Keeps rows of which only some entries are there; what is not there is missing. */
    void sparse(int id, SparseBlock block) throws Refusal;

    /** Rows as they came: a row-major matrix whose missing values are {@code NaN}; weights, one a row or none at all. */
    final class Block {
        final float[] values;
        final int rows;
        final int columns;
        final float[] labels;
        final float[] weights;

        Block(float[] values, int rows, int columns, float[] labels, float[] weights) {
            this.values = values;
            this.rows = rows;
            this.columns = columns;
            this.labels = labels;
            this.weights = weights;
        }
    }

    /**
     * The library's portable model of all rows of a matrix.
     *
     * @param settings the library's own names and values
     */
    byte[] train(int id, Map<String, String> settings, int rounds) throws Refusal;

    /** The same of these rows only, in this order. */
    byte[] train(int id, int[] rows, Map<String, String> settings, int rounds) throws Refusal;

    /**
     * How many rounds are best: after them the loss on other rows did not fall for as many rounds as there is patience.
     *
     * @param judging the matrix whose rows judge
     */
    int rounds(int teaching, int judging, Map<String, String> settings, int most, int patience) throws Refusal;

    /**
     * The library's own answers for every row of a matrix, row after row.
     *
     * @param link whether the margins are turned into answers
     */
    double[] answers(int id, byte[] model, boolean link) throws Refusal;

    void forget(int id) throws Refusal;
}
