package dev.slipway.bench;

import dev.slipway.contract.ContractCheck;
import dev.slipway.contract.Report;
import dev.slipway.engine.Aggregation;
import dev.slipway.engine.Mergeable;
import dev.slipway.profile.Profile;
import dev.slipway.profile.Profiling;
import dev.slipway.source.Batch;

/** A contract check and a profile in one pass. */
record CheckAndProfile(ContractCheck check) implements Aggregation<CheckAndProfile.Seen, CheckAndProfile.Both> {
    /** What a contract and a profile say of the same file. */
    record Both(Report report, Profile profile) {}

    /** What was seen of some rows for both. */
    record Seen(ContractCheck.State check, Profile profile) implements Mergeable<Seen> {
        @Override
        public Seen merge(Seen other) {
            return new Seen(check.merge(other.check), profile.merge(other.profile));
        }
    }

    @Override
    public Seen empty() {
        return new Seen(check.empty(), Profile.EMPTY);
    }

    @Override
    public Seen of(Batch batch) {
        return new Seen(check.of(batch), new Profiling().of(batch));
    }

    @Override
    public Both finish(Seen state) {
        return new Both(check.finish(state.check), state.profile);
    }
}
