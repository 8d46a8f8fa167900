package dev.slipway.analysis;

/**
 * Rows, or their weight, by what was true and what was answered; shares of nothing are NaN.
 *
 * @param truePositives true yes, answered yes
 * @param falsePositives true no, answered yes
 * @param falseNegatives true yes, answered no
 * @param trueNegatives true no, answered no
 */
record Outcomes(double truePositives, double falsePositives, double falseNegatives, double trueNegatives) {
    double total() {
        return truePositives + falsePositives + falseNegatives + trueNegatives;
    }

    double baseRate() {
        return (truePositives + falseNegatives) / total();
    }

    double selectionRate() {
        return (truePositives + falsePositives) / total();
    }

    double truePositiveRate() {
        return truePositives / (truePositives + falseNegatives);
    }

    double falsePositiveRate() {
        return falsePositives / (falsePositives + trueNegatives);
    }

    double precision() {
        return truePositives / (truePositives + falsePositives);
    }

    double negativePredictiveValue() {
        return trueNegatives / (trueNegatives + falseNegatives);
    }

    double accuracy() {
        return (truePositives + trueNegatives) / total();
    }
}
