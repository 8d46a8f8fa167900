package dev.slipway.workflow;

import dev.slipway.engine.Aggregation;
import dev.slipway.engine.Engine;
import dev.slipway.engine.Mergeable;
import dev.slipway.problem.SlipwayException;
import dev.slipway.profile.Profile;
import dev.slipway.source.Batch;
import dev.slipway.source.Source;
import dev.slipway.source.Unreadable;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** Nothing can be learned from a source without a row that can be read; what is wrong with its first record is said. */
record NoRows() implements Aggregation<NoRows.First, NoRows.First> {
    /** The first record that cannot be read; none where all can. */
    record First(List<Unreadable> records) implements Mergeable<First> {
        private static First of(Stream<Unreadable> records) {
            return new First(records.sorted(Comparator.comparing(Unreadable::source)
                            .thenComparingLong(Unreadable::record)
                            .thenComparingLong(Unreadable::line))
                    .limit(1)
                    .toList());
        }

        @Override
        public First merge(First other) {
            return of(Stream.concat(records.stream(), other.records.stream()));
        }
    }

    @Override
    public First empty() {
        return new First(List.of());
    }

    @Override
    public First of(Batch batch) {
        return First.of(batch.unreadable().stream());
    }

    @Override
    public First finish(First state) {
        return state;
    }

    /** The profile, if it is of any row. */
    static Profile refused(Engine engine, Source source, Profile profile) {
        if (profile.rows() > 0) {
            return profile;
        }
        if (profile.unreadable() == 0) {
            throw SlipwayException.refused(
                    "SOURCE-NO-ROWS",
                    "there is a header and no row",
                    source.name(),
                    "check what wrote the file: nothing can be learned from it");
        }
        var first = engine.fold(source, new NoRows()).records().get(0);
        throw SlipwayException.refused(
                "SOURCE-NO-ROWS",
                "none of %d records can be read; the first %s".formatted(profile.unreadable(), first.reason()),
                first.problem().where(),
                "correct the file, or say how it is written with --delimiter, --quote, --encoding or --columns");
    }
}
