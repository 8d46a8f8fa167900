package dev.slipway.engine;

import java.io.Serializable;

/**
 * What was seen of some rows, which can be put together with what was seen of others.
 *
 * <p>Laws, bit for bit: merging is associative and commutative, and the empty state changes nothing. So the parts in any
 * order give what the whole gives. Implementations are immutable plain
 * data: on a cluster they travel between machines by Java serialisation, and must arrive as the same bits.
 *
 * @param <S> the state itself
 */
public interface Mergeable<S extends Mergeable<S>> extends Serializable {
    S merge(S other);
}
