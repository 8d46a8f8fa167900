package dev.slipway.contract;

import dev.slipway.expression.Expression;
import java.io.Serializable;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What rows must be beyond what each of their cells must be, and what the whole data set must be.
 *
 * @param conditions every row alone; they hold for a request too
 * @param unique columns whose values together come once
 * @param duplicates what follows where a row comes twice as a whole
 * @param distributions empty, or one
 * @param freshness empty, or one
 */
public record DataRules(
        List<Condition> conditions,
        List<CompositeKey> unique,
        Duplicates duplicates,
        List<Dependency> dependencies,
        List<Relation> relations,
        List<Distributions> distributions,
        Size rows,
        List<Freshness> freshness)
        implements Serializable {
    /** Nothing is asked. */
    public static final DataRules NONE =
            new DataRules(List.of(), List.of(), Duplicates.ALLOW, List.of(), List.of(), List.of(), Size.ANY, List.of());

    /**
     * Every row makes the expression true, or so that nobody can tell because a value is missing: as SQL's CHECK.
     *
     * @param name what findings call it
     */
    public record Condition(String name, Expression expression, Severity severity, String description)
            implements Serializable {}

    /** Columns whose values together come once; a row that lacks one of them is not looked at. */
    public record CompositeKey(List<String> columns, Severity severity) implements Serializable {
        public CompositeKey {
            columns = List.copyOf(columns);
        }

        /** "flight + day", which is what findings call it. */
        public String name() {
            return String.join(" + ", columns);
        }
    }

    /** Whether a row may be the same as an earlier one in every column of the contract. */
    public enum Duplicates {
        ALLOW,
        WARN,
        REFUSE
    }

    /**
     * Rows with the same value in one column have the same in the other. Where no map says which, most rows of that value do.
     *
     * @param map what goes with what; empty leaves that to the data
     */
    public record Dependency(String from, String to, SortedMap<String, String> map, Severity severity)
            implements Serializable {
        public Dependency {
            map = Collections.unmodifiableSortedMap(new TreeMap<>(map));
        }

        public Dependency(String from, String to, Map<String, String> map) {
            this(from, to, new TreeMap<>(map), Severity.FAIL);
        }

        /** "education → education-num", which is what findings call it. */
        public String name() {
            return from + " → " + to;
        }
    }

    /**
     * How two columns go together over all rows.
     *
     * @param name what findings call it
     * @param between of a correlation: the least and the largest allowed
     */
    public record Relation(String name, Kind kind, String x, String y, Range between, Severity severity)
            implements Serializable {
        /** What is asked. */
        public enum Kind {
            /** Pearson's correlation lies within the ends. */
            CORRELATION,
            /** The mean of y never falls from one value of x to the next. */
            INCREASING,
            /** The mean of y never rises from one value of x to the next. */
            DECREASING
        }
    }

    /**
     * The values are distributed as those of a stored profile.
     *
     * @param profile the file, seen from the contract's folder
     * @param columns empty for all that both have
     */
    public record Distributions(String profile, List<String> columns, Severity severity) implements Serializable {
        public Distributions {
            columns = List.copyOf(columns);
        }
    }

    /** How many rows there are, both ends included. */
    public record Size(long min, long max, Severity severity) implements Serializable {
        public static final Size ANY = new Size(0, Long.MAX_VALUE, Severity.FAIL);

        public boolean isAny() {
            return equals(ANY);
        }
    }

    /** The latest moment of the column is not longer ago than this. */
    public record Freshness(String column, Duration within, Severity severity) implements Serializable {}

    public DataRules {
        conditions = List.copyOf(conditions);
        unique = List.copyOf(unique);
        dependencies = List.copyOf(dependencies);
        relations = List.copyOf(relations);
        distributions = List.copyOf(distributions);
        freshness = List.copyOf(freshness);
    }

    public boolean isNone() {
        return equals(NONE);
    }

    /** The rules that one row keeps or breaks alone. */
    public DataRules ofRows() {
        return NONE.withConditions(conditions)
                .withDependencies(dependencies.stream()
                        .filter(dependency -> !dependency.map().isEmpty())
                        .toList());
    }

    public DataRules withConditions(List<Condition> asked) {
        return new DataRules(asked, unique, duplicates, dependencies, relations, distributions, rows, freshness);
    }

    public DataRules withUnique(List<CompositeKey> keys) {
        return new DataRules(conditions, keys, duplicates, dependencies, relations, distributions, rows, freshness);
    }

    public DataRules withDuplicates(Duplicates asked) {
        return new DataRules(conditions, unique, asked, dependencies, relations, distributions, rows, freshness);
    }

    public DataRules withDependencies(List<Dependency> asked) {
        return new DataRules(conditions, unique, duplicates, asked, relations, distributions, rows, freshness);
    }

    public DataRules withRelations(List<Relation> asked) {
        return new DataRules(conditions, unique, duplicates, dependencies, asked, distributions, rows, freshness);
    }

    public DataRules withDistributions(Distributions asked) {
        return new DataRules(conditions, unique, duplicates, dependencies, relations, List.of(asked), rows, freshness);
    }

    public DataRules withRows(Size asked) {
        return new DataRules(conditions, unique, duplicates, dependencies, relations, distributions, asked, freshness);
    }

    public DataRules withFreshness(Freshness asked) {
        return new DataRules(
                conditions, unique, duplicates, dependencies, relations, distributions, rows, List.of(asked));
    }
}
