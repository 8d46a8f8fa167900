package dev.slipway.engine;

/**
 * What was seen of some rows, which can be put together with what was seen of others.
 *
 * <p>Laws, bit for bit: merging is associative and commutative, and the empty state changes nothing. So the parts in any
 * order give what the whole gives. Implementations are immutable.
 *
 * @param <S> the state itself
 */
public interface Mergeable<S extends Mergeable<S>> {
    S merge(S other);
}
