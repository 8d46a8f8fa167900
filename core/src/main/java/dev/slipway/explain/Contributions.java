package dev.slipway.explain;

import java.util.Comparator;
import java.util.List;

/**
 * How one margin of one answer came about: the base, and what the columns of the data added.
 *
 * @param label the class whose margin it is; the target's name where the answer is a number
 * @param base the margin of a row nobody knows
 * @param columns what was added or taken off, the largest amount first
 */
public record Contributions(String label, double base, List<Contribution> columns) {
    private static final Comparator<Contribution> LARGEST = Comparator.comparingDouble(
                    (Contribution each) -> -Math.abs(each.amount()))
            .thenComparing(Contribution::name);

    public Contributions {
        columns = columns.stream().sorted(LARGEST).toList();
    }

    /** The base and all amounts. */
    public double margin() {
        return base + columns.stream().mapToDouble(Contribution::amount).sum();
    }
}
