package dev.slipway.portrait;

import java.util.List;
import java.util.Optional;

/**
 * What the columns say together.
 *
 * @param rows that the figures are of: all, or a sample
 * @param exact whether those are all rows
 * @param strength how strongly two columns go together
 * @param byTarget the target along each column, the strongest first; empty without a target
 * @param leaks columns that may give the answer away
 */
public record Together(
        long rows,
        boolean exact,
        Strength strength,
        List<ByTarget> byTarget,
        List<Leak> leaks,
        List<Dependency> dependencies,
        List<StrangeRow> strange,
        List<SameRows> duplicates) {
    /**
     * How strongly each two columns go together: from -1 to 1 where a direction makes sense, else from 0 to 1; {@code NaN}
     * where it is not known.
     *
     * @param names in the order of the rows and columns of the matrix
     * @param values row by row
     * @param measures the name of each figure, row by row: {@code spearman}, {@code cramers_v}, …
     */
    public record Strength(List<String> names, List<Double> values, List<String> measures) {
        public Strength {
            names = List.copyOf(names);
            values = List.copyOf(values);
            measures = List.copyOf(measures);
        }

        public double at(int row, int column) {
            return values.get(row * names.size() + column);
        }

        public String measure(int row, int column) {
            return measures.get(row * names.size() + column);
        }
    }

    /**
     * The target along the values of one column.
     *
     * @param of what {@link Step#target()} is: a share of one word, or a mean
     * @param strength how much of the target the column tells, from 0 to 1
     */
    public record ByTarget(String column, String of, double strength, String measure, List<Step> steps) {
        public ByTarget {
            steps = List.copyOf(steps);
        }
    }

    /** Some rows with like values of a column, how many they are, and the target's rate or mean among them. */
    public record Step(String label, long rows, double target) {}

    /** A column that may give the answer away, with the reason in words. */
    public record Leak(String column, double strength, String reason) {}

    /** The columns on the left decide the one on the right, but for some rows. */
    public record Dependency(List<String> left, String right, long exceptions) {
        public Dependency {
            left = List.copyOf(left);
        }
    }

    /** A row unlike the others, with the reason in words. */
    public record StrangeRow(long record, double score, String reason) {}

    /** A row that says the same, or nearly, as an earlier one. */
    public record SameRows(long record, long other, Optional<String> difference) {}

    public Together {
        byTarget = List.copyOf(byTarget);
        leaks = List.copyOf(leaks);
        dependencies = List.copyOf(dependencies);
        strange = List.copyOf(strange);
        duplicates = List.copyOf(duplicates);
    }
}
