package dev.slipway.source;

import java.util.Optional;

/** The rows of an opened source, batch by batch, in source order. For one thread. */
public interface TableReader extends AutoCloseable {
    /** The most rows of a batch; wide rows and long texts come in smaller ones. */
    int ROWS = 8_192;

    /** More columns than this are not read: a wrong delimiter or a matrix on its side, and no table of features. */
    int MOST_COLUMNS = 16_384;

    /**
     * The next batch; empty behind the last one. The first call always gives a batch, of no rows where the source has
     * none, so that whoever reads sees the columns.
     */
    Optional<Batch> next();

    @Override
    void close();
}
