package dev.slipway.portrait;

import dev.slipway.association.RowSample;
import dev.slipway.association.Sample;
import dev.slipway.association.Sampling;
import dev.slipway.engine.Aggregation;
import dev.slipway.engine.Mergeable;
import dev.slipway.profile.Profile;
import dev.slipway.profile.Profiling;
import dev.slipway.source.Batch;
import java.util.List;

/** Asks an engine for everything that a portrait is made of, in one pass: the profile, and a sample of the rows. */
public record Looking() implements Aggregation<Looking.Part, Looking.Seen> {
    /** Values that are kept at most; a table of very many columns is sampled in fewer rows. */
    private static final int CELLS = 20_000_000;

    private static final int FEWEST = 2_000;

    /** What was seen of some rows. */
    public record Part(Profile profile, List<RowSample> sample) implements Mergeable<Part> {
        static final Part NOTHING = new Part(Profile.EMPTY, List.of());

        public Part {
            sample = List.copyOf(sample);
        }

        @Override
        public Part merge(Part other) {
            var both = sample.isEmpty()
                    ? other.sample
                    : other.sample.isEmpty() ? sample : List.of(sample.get(0).merge(other.sample.get(0)));
            return new Part(profile.merge(other.profile), both);
        }
    }

    /** What was seen of all rows. */
    public record Seen(Profile profile, Sample sample) {}

    @Override
    public Part empty() {
        return Part.NOTHING;
    }

    @Override
    public Part of(Batch batch) {
        return new Part(
                new Profiling().of(batch),
                List.of(sampling(batch.table().columns().size()).of(batch)));
    }

    /** Every batch of a source has the same columns, so every batch is sampled alike. */
    private static Sampling sampling(int columns) {
        int most = Math.max(FEWEST, Math.min(Sampling.MOST, CELLS / Math.max(1, columns)));
        return new Sampling(List.of(), most);
    }

    @Override
    public Seen finish(Part state) {
        var sampling = new Sampling();
        return new Seen(
                state.profile(),
                sampling.finish(state.sample().stream().findFirst().orElseGet(sampling::empty)));
    }
}
