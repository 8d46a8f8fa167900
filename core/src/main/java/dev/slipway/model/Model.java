package dev.slipway.model;

import dev.slipway.table.Table;
import java.io.Serializable;
import java.util.Collections;
import java.util.Set;
import java.util.SortedMap;

/** What answers, once the pipeline has prepared the columns. Immutable, safe to share between threads. */
public interface Model extends Serializable {
    /** One answer for each row, in order; never fails on a row the contract let through. */
    Predictions predict(Table table);

    /** What it answers with when this is asked about: the same, unless it found its answers itself, as clusters. */
    default Target answers(Target asked) {
        return asked;
    }

    /** What can be said of it on these rows without knowing any true answer; nothing where the truth is known. */
    default SortedMap<String, Double> measured(Table rows) {
        return Collections.emptySortedMap();
    }

    /** The columns it reads. */
    Set<String> inputs();

    /** How far its answers may lie from those of another machine; 0 for all that we answer ourselves: the same bits. */
    default double tolerance() {
        return 0;
    }
}
