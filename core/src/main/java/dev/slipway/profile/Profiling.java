package dev.slipway.profile;

import dev.slipway.engine.Aggregation;
import dev.slipway.source.Batch;

/** Asks an engine for the {@link Profile} of a source. */
public record Profiling() implements Aggregation<Profile, Profile> {
    @Override
    public Profile empty() {
        return Profile.EMPTY;
    }

    @Override
    public Profile of(Batch batch) {
        return Profile.of(batch);
    }

    @Override
    public Profile finish(Profile state) {
        return state;
    }
}
