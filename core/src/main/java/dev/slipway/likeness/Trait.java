package dev.slipway.likeness;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/** Conditions and the rows for which they all hold. Never changed once it is made. */
record Trait(List<Condition> conditions, BitSet rows) {
    Trait {
        conditions = List.copyOf(conditions);
    }

    /** Both at once. */
    Trait and(Trait other) {
        var all = new ArrayList<>(conditions);
        all.addAll(other.conditions);
        return new Trait(all, both(rows, other.rows));
    }

    int size() {
        return rows.cardinality();
    }

    /** How many of its rows are among these. */
    int among(BitSet marked) {
        return both(rows, marked).cardinality();
    }

    static BitSet both(BitSet left, BitSet right) {
        var both = (BitSet) left.clone();
        both.and(right);
        return both;
    }

    String text() {
        return conditions.toString();
    }
}
