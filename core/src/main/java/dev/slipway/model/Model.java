package dev.slipway.model;

import dev.slipway.table.Table;
import java.io.Serializable;
import java.util.Set;

/** What answers, once the pipeline has prepared the columns. Immutable, safe to share between threads. */
public interface Model extends Serializable {
    /** One answer for each row, in order; never fails on a row the contract let through. */
    Predictions predict(Table table);

    /** The columns it reads. */
    Set<String> inputs();
}
