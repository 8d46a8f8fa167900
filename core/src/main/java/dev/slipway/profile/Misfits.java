package dev.slipway.profile;

import java.io.Serializable;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** The first few values, by record, that cannot be read as a type. */
public record Misfits(List<Misfit> first) implements Serializable {
    /**
     * A value that cannot be read as a type.
     *
     * @param record from 1
     */
    public record Misfit(long record, String value) implements Serializable {}

    /** How many are kept. */
    public static final int KEPT = 40;

    static final Misfits NONE = new Misfits(List.of());

    public Misfits {
        first = List.copyOf(first);
    }

    Misfits merge(Misfits other) {
        return new Misfits(Stream.concat(first.stream(), other.first.stream())
                .sorted(Comparator.comparingLong(Misfit::record).thenComparing(Misfit::value))
                .limit(KEPT)
                .toList());
    }
}
