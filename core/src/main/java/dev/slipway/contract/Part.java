package dev.slipway.contract;

import dev.slipway.source.Unreadable;
import java.io.Serializable;
import java.util.List;

/**
 * What a contract says of one batch.
 *
 * @param nulls cells without a value, for each checked column
 * @param keys the values of each unique column
 */
record Part(
        String source,
        long rows,
        List<Finding> findings,
        List<Integer> nulls,
        List<KeyRows> keys,
        List<Unreadable> unreadable)
        implements Serializable {}
