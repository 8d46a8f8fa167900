package dev.slipway.workflow;

/** What the answers of a model to some rows are worth. */
public enum Basis {
    /** The model has learned from these rows, which flatters it. */
    LEARNED_ROWS,
    /** Each row was answered by a model of the same making that had not seen it. */
    OUT_OF_FOLD,
    /** Rows that somebody named; whether the model has learned from them is theirs to know. */
    OTHER_ROWS
}
