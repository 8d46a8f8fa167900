package dev.slipway.forest;

/**
 * A question that divides the rows of a node.
 *
 * @param score the higher, the purer both sides
 * @param bin the last that goes left
 * @param next the first present one that does not; the number of bins where only the missing go right
 */
record Split(double score, int feature, int bin, int next, boolean missingLeft) {
    static final Split NONE = new Split(Double.NEGATIVE_INFINITY, -1, -1, -1, false);

    boolean isFound() {
        return feature >= 0;
    }

    boolean goesLeft(int code, int missing) {
        return code == missing ? missingLeft : code <= bin;
    }
}
