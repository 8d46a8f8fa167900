package dev.slipway.database;

/** Told of every durability step as it is reached. */
@FunctionalInterface
public interface Witness {
    /** Looks on and does nothing: the witness of production. */
    Witness NONE = step -> {};

    void reached(Step step);
}
