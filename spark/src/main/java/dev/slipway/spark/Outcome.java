package dev.slipway.spark;

import java.io.Serializable;

/**
 * What became of a partition. Code that refuses its rows refuses them every time: it is an answer, which Spark need not ask for
 * again, and of several the earliest in source order counts, as on one machine.
 */
sealed interface Outcome<T extends Serializable> extends Serializable {
    record Done<T extends Serializable>(T value) implements Outcome<T> {}

    record Failed<T extends Serializable>(int partition, RuntimeException failure) implements Outcome<T> {}
}
