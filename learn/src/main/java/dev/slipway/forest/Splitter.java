package dev.slipway.forest;

import java.util.Arrays;

/*
 * Finds the best question about one feature for the rows of a node: adds up what the rows of each bin teach, and tries the
 * border behind each bin that any of them are in. In a small node few bins are touched; those are sorted and the others never
 * looked at, so that a node of five rows does not cost a thousand bins. Mutable, for one tree.
 */
final class Splitter {
    private final BinnedRows table;
    private final Lesson lesson;
    private final int outputs;
    private final int leastRows;
    private final int[] output;
    private final double[] weight;
    private final double[] amount;

    private final int[] binRows;
    private final double[] binWeight;
    private final double[] binAmounts;
    private final int[] touched;
    private final Sums left;
    private final Sums right;
    private final Sums gone;
    private final Sums with;

    /**
     * @param weight how much each row counts in this tree
     * @param leastRows that each side of a question must have
     */
    Splitter(BinnedRows table, Lesson lesson, double[] weight, int leastRows) {
        this.table = table;
        this.lesson = lesson;
        this.outputs = lesson.outputs();
        this.leastRows = leastRows;
        this.weight = weight;
        this.output = new int[lesson.rows()];
        this.amount = new double[lesson.rows()];
        Arrays.setAll(output, lesson::output);
        Arrays.setAll(amount, row -> weight[row] * lesson.amount(row));
        this.binRows = new int[BinnedRows.BINS + 1];
        this.binWeight = new double[BinnedRows.BINS + 1];
        this.binAmounts = new double[(BinnedRows.BINS + 1) * outputs];
        this.touched = new int[BinnedRows.BINS + 1];
        this.left = new Sums(outputs);
        this.right = new Sums(outputs);
        this.gone = new Sums(outputs);
        this.with = new Sums(outputs);
    }

    /** What the rows of a node teach. */
    Sums sums(int[] rows, int from, int to) {
        var sums = new Sums(outputs);
        var one = new double[outputs];
        for (int i = from; i < to; i++) {
            int row = rows[i];
            one[output[row]] = amount[row];
            sums.add(1, weight[row], one, 0);
            one[output[row]] = 0;
        }
        return sums;
    }

    /** Whether the rows of a node all teach the same. */
    boolean isPure(int[] rows, int from, int to) {
        for (int i = from + 1; i < to; i++) {
            if (output[rows[i]] != output[rows[from]] || lesson.amount(rows[i]) != lesson.amount(rows[from])) {
                return false;
            }
        }
        return true;
    }

    /** Counts the rows into the bins of the feature; the answer is how many bins that makes. */
    int count(int feature, int[] rows, int from, int to) {
        var bins = table.feature(feature);
        int used = 0;
        for (int i = from; i < to; i++) {
            int row = rows[i];
            int bin = bins.code(row);
            if (binRows[bin]++ == 0) {
                touched[used++] = bin;
            }
            binWeight[bin] += weight[row];
            binAmounts[bin * outputs + output[row]] += amount[row];
        }
        return used;
    }

    /** Forgets what was counted. */
    void clear(int used) {
        for (int i = 0; i < used; i++) {
            int bin = touched[i];
            binRows[bin] = 0;
            binWeight[bin] = 0;
            Arrays.fill(binAmounts, bin * outputs, (bin + 1) * outputs, 0);
        }
    }

    /** The better of the best question about the feature that was counted last and the best so far. */
    Split better(Split best, int feature, int used, Sums whole) {
        Arrays.sort(touched, 0, used);
        int missing = table.feature(feature).missing();
        boolean gaps = touched[used - 1] == missing;
        gone.clear();
        if (gaps) {
            gone.add(binRows[missing], binWeight[missing], binAmounts, missing * outputs);
        }
        var found = best;
        left.clear();
        int present = gaps ? used - 1 : used;
        for (int i = 0; i < present; i++) {
            int bin = touched[i];
            left.add(binRows[bin], binWeight[bin], binAmounts, bin * outputs);
            int next = i + 1 < present ? touched[i + 1] : missing;
            if (i + 1 < present || gaps) {
                right.rest(whole, left);
                found = tried(found, left, right, feature, bin, next, !gaps && left.weight() >= right.weight());
            }
            if (i + 1 < present && gaps) {
                with.copy(left);
                with.add(gone);
                right.rest(whole, with);
                found = tried(found, with, right, feature, bin, next, true);
            }
        }
        return found;
    }

    private Split tried(Split best, Sums one, Sums other, int feature, int bin, int next, boolean missingLeft) {
        if (one.rows() < leastRows || other.rows() < leastRows) {
            return best;
        }
        double score = one.score() + other.score();
        return score > best.score() ? new Split(score, feature, bin, next, missingLeft) : best;
    }
}
