package dev.slipway.contract;

import java.io.Serializable;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * Everything found about one rule of one column, or about one rule of the whole data set.
 *
 * @param column empty where no one column is meant
 * @param name of the rule where the contract has several of the kind; else empty
 * @param count how many findings there are, exactly
 * @param first the first of them, in the order of the source
 */
public record Group(Rule rule, String column, String name, Severity severity, long count, List<Finding> first)
        implements Serializable {
    /** So many findings of a group are kept. */
    public static final int KEPT = 100;

    /** What tells groups apart. */
    record Key(Rule rule, String column, String name, Severity severity) implements Comparable<Key>, Serializable {
        private static final Comparator<Key> ORDER = Comparator.comparing(Key::rule)
                .thenComparing(Key::column)
                .thenComparing(Key::name)
                .thenComparing(Key::severity);

        static Key of(Finding finding) {
            return new Key(finding.rule(), finding.column().name(), finding.name(), finding.severity());
        }

        @Override
        public int compareTo(Key other) {
            return ORDER.compare(this, other);
        }
    }

    public Group {
        first = List.copyOf(first);
    }

    /** Findings of one group, in the order of the source. */
    static Group of(Key key, List<Finding> findings) {
        return new Group(
                key.rule,
                key.column,
                key.name,
                key.severity,
                findings.size(),
                findings.subList(0, Math.min(KEPT, findings.size())));
    }

    Group merge(Group other) {
        var both = Stream.concat(first.stream(), other.first.stream())
                .sorted(Finding.BY_ROW)
                .limit(KEPT)
                .toList();
        return new Group(rule, column, name, severity, count + other.count, both);
    }

    /** Whether the check fails for it. */
    public boolean fails() {
        return severity == Severity.FAIL;
    }
}
