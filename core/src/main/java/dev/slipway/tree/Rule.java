package dev.slipway.tree;

/** Which way a value goes at a branch of a tree. What counts as missing goes where the branch itself says. */
public enum Rule {
    /** Left when the value, rounded to single precision, is less than the threshold; {@code NaN} is missing. XGBoost's. */
    BELOW {
        @Override
        boolean isMissing(double value) {
            return Double.isNaN(value);
        }

        @Override
        boolean left(double value, double threshold) {
            return (float) value < threshold;
        }
    },

    /**
     * Left when the value is the threshold or less; {@code NaN} is missing. LightGBM's, and that of our own forests. Infinity
     * counts as the greatest number; an infinite threshold sends all that is not missing left.
     */
    AT_MOST {
        @Override
        boolean isMissing(double value) {
            return Double.isNaN(value);
        }
    },

    /** The same, but zero is missing too: LightGBM's {@code zero_as_missing}. */
    AT_MOST_UNLESS_ZERO {
        @Override
        boolean isMissing(double value) {
            return Double.isNaN(value) || isZero(value);
        }
    },

    /** The same, but nothing is missing: {@code NaN} counts as zero. LightGBM's where training saw no gap. */
    AT_MOST_NAN_AS_ZERO {
        @Override
        boolean isMissing(double value) {
            return false;
        }

        @Override
        boolean left(double value, double threshold) {
            return (Double.isNaN(value) ? 0 : value) <= threshold;
        }
    },

    /** Left when the value, cut to a whole number, is in the branch's set; {@code NaN} is missing. LightGBM's categories. */
    IN_SET {
        @Override
        boolean isMissing(double value) {
            return Double.isNaN(value);
        }
    },

    /** Right when the value, cut to a whole number, is in the branch's set; {@code NaN} is missing. XGBoost's categories. */
    NOT_IN_SET {
        @Override
        boolean isMissing(double value) {
            return Double.isNaN(value);
        }
    };

    /** What LightGBM takes for zero: its constant is a float. */
    static final double ZERO = 1e-35f;

    abstract boolean isMissing(double value);

    /** For rules with a threshold, of a value that is not missing. */
    boolean left(double value, double threshold) {
        return Math.min(value, Double.MAX_VALUE) <= threshold;
    }

    /** Whether the branch holds a set of categories, not a threshold. */
    public boolean isOfSet() {
        return this == IN_SET || this == NOT_IN_SET;
    }

    static boolean isZero(double value) {
        return value >= -ZERO && value <= ZERO;
    }
}
