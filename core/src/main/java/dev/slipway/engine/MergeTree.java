package dev.slipway.engine;

import java.util.ArrayDeque;
import java.util.Optional;

/**
 * States in the order they came, merged in a tree whose shape follows from their number alone: two trees of one height
 * become one that is higher, as carries do in binary counting. So a state is merged a few times, and not once for every
 * batch behind it. For one thread.
 */
public final class MergeTree<S extends Mergeable<S>> {
    private record Branch<S>(int height, S state) {}

    private final ArrayDeque<Branch<S>> branches = new ArrayDeque<>();

    public void add(S leaf) {
        var branch = new Branch<>(0, leaf);
        while (!branches.isEmpty() && branches.peek().height() == branch.height()) {
            branch = new Branch<>(branch.height() + 1, branches.pop().state().merge(branch.state()));
        }
        branches.push(branch);
    }

    /** Everything that was added; empty if nothing was. */
    public Optional<S> root() {
        return branches.stream().map(Branch::state).reduce((later, earlier) -> earlier.merge(later));
    }
}
