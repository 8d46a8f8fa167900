package dev.slipway.source;

import dev.slipway.table.Table;

/**
 * Where tables go. Nothing can be seen at the destination until {@link #finish()}; closing without it leaves the
 * destination as it was. For one thread.
 */
public interface Sink extends AutoCloseable {
    /** The next rows; every call has the same columns. */
    void write(Table rows);

    /** Makes everything written visible and durable, at once. */
    void finish();

    @Override
    void close();
}
