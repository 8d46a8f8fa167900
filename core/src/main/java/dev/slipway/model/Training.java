package dev.slipway.model;

import dev.slipway.table.Table;

/** Rows to learn from, with the class of each. Immutable; two trainings are the same only if they are one object. */
public final class Training {
    private final Table table;
    private final Target target;
    private final int[] labels;

    private Training(Table table, Target target, int... labels) {
        this.table = table;
        this.target = target;
        this.labels = labels;
    }

    /** A row for each label; a label is a place in the target's classes. */
    public static Training of(Table table, Target target, int... labels) {
        if (table.rows() != labels.length) {
            throw new IllegalArgumentException("%d rows but %d labels".formatted(table.rows(), labels.length));
        }
        return new Training(table, target, labels.clone());
    }

    public Table table() {
        return table;
    }

    public Target target() {
        return target;
    }

    /** The class of each row. */
    public int[] labels() {
        return labels.clone();
    }

    public int rows() {
        return labels.length;
    }
}
