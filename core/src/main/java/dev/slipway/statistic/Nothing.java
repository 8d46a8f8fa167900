package dev.slipway.statistic;

import dev.slipway.engine.Mergeable;

/** What a step remembers that has nothing to learn. */
public record Nothing() implements Mergeable<Nothing> {
    @Override
    public Nothing merge(Nothing other) {
        return this;
    }
}
