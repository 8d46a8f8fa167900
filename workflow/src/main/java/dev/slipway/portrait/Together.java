package dev.slipway.portrait;

import java.util.List;
import java.util.OptionalDouble;

/**
 * What the columns say together.
 *
 * @param rows that the figures are of: all, or a sample
 * @param exact whether those are all rows
 * @param strength how strongly two columns go together
 * @param byTarget the target along each column, the strongest first; empty without a target
 * @param leaks columns that may give the answer away
 * @param dependencies columns that say what another one is, but for a few rows
 * @param strange rows unlike the others, the strangest first
 * @param repeated rows that are the same, and those that are but for one column
 */
public record Together(
        long rows,
        boolean exact,
        Strength strength,
        List<ByTarget> byTarget,
        List<Leak> leaks,
        List<Dependency> dependencies,
        List<StrangeRow> strange,
        List<Repeated> repeated) {
    /**
     * How strongly each two columns go together: from -1 to 1 where a direction makes sense, else from 0 to 1; {@code NaN}
     * where it is not known.
     *
     * @param names in the order of the rows and columns of the matrix
     * @param values row by row
     * @param measures the name of each figure, row by row
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
     * @param explained the share of the target's spread that the column alone explains, 0 to 1
     * @param error the standard error of that, where rows were left out; {@code NaN} where it is not known
     * @param auc how well the column alone ranks the two classes; empty where the target has not two
     * @param measures other figures of the two columns, by name
     */
    public record ByTarget(
            String column,
            String of,
            double explained,
            double error,
            OptionalDouble auc,
            List<Named> measures,
            List<Step> steps) {
        public ByTarget {
            measures = List.copyOf(measures);
            steps = List.copyOf(steps);
        }
    }

    /** A figure with its name. */
    public record Named(String name, double value) {}

    /** Some rows with like values of a column, how many they are, and the target's share or mean among them. */
    public record Step(String label, long rows, double target) {}

    /** Columns that may give the answer away, one alone or some together, with the reason in a word and in a sentence. */
    public record Leak(List<String> columns, String reason, double figure, String text) {
        public Leak {
            columns = List.copyOf(columns);
        }
    }

    /** The columns on the left say what the one on the right is, but for some rows. */
    public record Dependency(List<String> left, String right, long repeats, long violations, List<String> violating) {
        public Dependency {
            left = List.copyOf(left);
            violating = List.copyOf(violating);
        }
    }

    /** A row unlike the others, with the reasons in words. */
    public record StrangeRow(String where, long record, double bits, List<String> reasons) {
        public StrangeRow {
            reasons = List.copyOf(reasons);
        }
    }

    /**
     * Rows that an earlier row is the same as.
     *
     * @param but the one column in which they differ; none where they are the same
     * @param examples groups of rows that are the same, by their records
     */
    public record Repeated(List<String> but, long rows, List<List<Long>> examples) {
        public Repeated {
            but = List.copyOf(but);
            examples = List.copyOf(examples);
        }
    }

    public Together {
        byTarget = List.copyOf(byTarget);
        leaks = List.copyOf(leaks);
        dependencies = List.copyOf(dependencies);
        strange = List.copyOf(strange);
        repeated = List.copyOf(repeated);
    }
}
