package dev.slipway.document;

import java.util.List;

/** A list of values in the order they were written. */
public final class Sequence implements Node {
    private final Place place;
    private final Problems problems;
    private final List<Node> items;

    Sequence(Place place, Problems problems, List<Node> items) {
        this.place = place;
        this.problems = problems;
        this.items = List.copyOf(items);
    }

    @Override
    public Place place() {
        return place;
    }

    @Override
    public Problems problems() {
        return problems;
    }

    @Override
    public List<Node> list() {
        return items;
    }

    @Override
    public String shown() {
        return "a list of " + items.size();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Sequence sequence && items.equals(sequence.items);
    }

    @Override
    public int hashCode() {
        return items.hashCode();
    }

    @Override
    public String toString() {
        return items.toString();
    }
}
