package dev.slipway.likeness;

/**
 * What chance alone does: marks dealt blindly over rows, and how many of them fall on a group (the hypergeometric
 * distribution). Immutable.
 */
final class BlindDeal {
    private static final double NEGLIGIBLE = 1e-18;
    private static final double NORMAL = 1.959963984540054;

    private final int rows;
    private final int marked;
    private final double[] logFactorials;

    BlindDeal(int rows, int marked) {
        this.rows = rows;
        this.marked = marked;
        logFactorials = new double[rows + 1];
        for (int i = 1; i <= rows; i++) {
            logFactorials[i] = logFactorials[i - 1] + StrictMath.log(i);
        }
    }

    /** The probability that at least so many of the marks fall on a group of this size. */
    double atLeast(int size, int hits) {
        int most = Math.min(size, marked);
        int least = Math.max(0, size + marked - rows);
        if (hits <= least) {
            return 1;
        }
        double term =
                StrictMath.exp(logChoose(marked, hits) + logChoose(rows - marked, size - hits) - logChoose(rows, size));
        double sum = 0;
        for (int count = hits; count <= most && (term > sum * NEGLIGIBLE || count == hits); count++) {
            sum += term;
            term *= (double) (marked - count) * (size - count) / ((count + 1.0) * (rows - marked - size + count + 1.0));
        }
        return Math.min(sum, 1);
    }

    private double logChoose(int from, int taken) {
        return logFactorials[from] - logFactorials[taken] - logFactorials[from - taken];
    }

    /** How many times more often a row of the group is marked than any row. */
    double lift(int size, int hits) {
        return ratio((double) hits / size);
    }

    /** Wilson's interval of the share of marked rows in the group, as lifts: below (-1) or above (+1). */
    double bound(int size, int hits, int side) {
        double share = (double) hits / size;
        double square = NORMAL * NORMAL / size;
        double middle = share + square / 2;
        double reach = NORMAL * Math.sqrt(share * (1 - share) / size + square / (4 * size));
        return ratio((middle + side * reach) / (1 + square));
    }

    private double ratio(double share) {
        return share * rows / marked;
    }
}
