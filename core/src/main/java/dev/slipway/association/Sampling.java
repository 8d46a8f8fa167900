package dev.slipway.association;

import dev.slipway.engine.Aggregation;
import dev.slipway.source.Batch;
import java.util.List;

/**
 * Asks an engine for a {@link Sample} of the rows of a source: everything while there are at most so many rows, else that
 * many, chosen by a hash of where each row came from. However the source is cut into batches, it is the same rows.
 *
 * @param columns to keep, in this order; empty for all
 * @param most how many rows are kept at most
 */
public record Sampling(List<String> columns, int most) implements Aggregation<RowSample, Sample> {
    /** Rows that are kept where nobody says otherwise. */
    public static final int MOST = 100_000;

    public Sampling {
        columns = List.copyOf(columns);
        if (most < 1) {
            throw new IllegalArgumentException("a sample of " + most + " rows");
        }
    }

    /** All columns, {@link #MOST} rows. */
    public Sampling() {
        this(List.of(), MOST);
    }

    @Override
    public RowSample empty() {
        return RowSample.none(most);
    }

    @Override
    public RowSample of(Batch batch) {
        return RowSample.of(columns.isEmpty() ? batch.table() : batch.table().select(columns), most);
    }

    @Override
    public Sample finish(RowSample state) {
        return state.sample();
    }
}
