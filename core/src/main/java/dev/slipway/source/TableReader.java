package dev.slipway.source;

import java.util.Optional;

/** The rows of an opened source, batch by batch, in source order. For one thread. */
public interface TableReader extends AutoCloseable {
    /**
     * The next batch; empty behind the last one. The first call always gives a batch, of no rows where the source has
     * none, so that whoever reads sees the columns.
     */
    Optional<Batch> next();

    @Override
    void close();
}
