package dev.slipway.contract;

import dev.slipway.table.Table;
import java.util.BitSet;
import java.util.List;
import java.util.stream.IntStream;

/**
 * A table as the contract wants it, and what was wrong with it. Its columns are those of the contract that are not ignored, in
 * the contract's order and always all of them: a cell that broke a rule, and a column that was not there, are missing.
 */
public final class Examined {
    private final Table table;
    private final List<Finding> findings;
    private final BitSet bad;
    private final List<Integer> nulls;

    Examined(Table table, List<Finding> findings, BitSet bad, List<Integer> nulls) {
        this.table = table;
        this.findings = List.copyOf(findings);
        this.bad = (BitSet) bad.clone();
        this.nulls = List.copyOf(nulls);
    }

    /** The typed rows, bad ones included. */
    public Table table() {
        return table;
    }

    /** Findings about whole columns first, then by row. Rules about the whole data set are not among them. */
    public List<Finding> findings() {
        return findings;
    }

    /** Whether every rule is kept, but for some that only warn. */
    public boolean isGood() {
        return findings.stream().noneMatch(Finding::fails);
    }

    /** Whether the row, from 0, broke no rule, but for some that only warn. */
    public boolean isGood(int row) {
        return !bad.get(row);
    }

    /** The rows, from 0, that broke no rule, but for some that only warn. */
    public int[] goodRows() {
        return IntStream.range(0, table.rows()).filter(this::isGood).toArray();
    }

    /** How many rows broke a rule that does not only warn. */
    public int bad() {
        return bad.cardinality();
    }

    /** For each column of the table, how many cells hold no value. */
    List<Integer> nulls() {
        return nulls;
    }
}
