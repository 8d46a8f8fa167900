package dev.slipway.association;

/** How two columns are compared; in the rows in which both have a value. */
public enum Measure {
    /** Of two columns of numbers: how nearly they lie on a line, -1 to 1. */
    PEARSON("Pearson"),
    /** Of two columns of numbers: Pearson of the average ranks; how nearly one rises with the other, -1 to 1. */
    SPEARMAN("Spearman"),
    /** Of two columns of few distinct values: the root of chi² / n / (min(rows, columns) - 1), uncorrected, 0 to 1. */
    CRAMERS_V("Cramér's V"),
    /** Of numbers and classes: the share of the numbers' variance that lies between the classes, 0 to 1. */
    CORRELATION_RATIO("eta²");

    private final String label;

    Measure(String label) {
        this.label = label;
    }

    /** The name in the field. */
    public String label() {
        return label;
    }
}
