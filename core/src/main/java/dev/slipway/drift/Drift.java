package dev.slipway.drift;

import dev.slipway.drift.ColumnShift.Verdict;
import dev.slipway.profile.ColumnProfile;
import dev.slipway.profile.Profile;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * How one data set differs from another.
 *
 * @param added columns that only the later one has
 * @param gone columns that only the earlier one has
 * @param shifts of the columns that both have: what changed first, the largest first
 */
public record Drift(long rowsBefore, long rowsAfter, List<String> added, List<String> gone, List<ColumnShift> shifts) {
    /** Below so many values a difference cannot be told from chance. */
    public static final int FEWEST = 1_000;

    /** The expected share of false alarms among the columns that are said to have changed (Benjamini and Hochberg 1995). */
    public static final double FALSE = 0.01;

    /** A distance below this does not matter, however sure it is. */
    public static final double SMALL = 0.05;

    public Drift {
        added = List.copyOf(added);
        gone = List.copyOf(gone);
        shifts = List.copyOf(shifts);
    }

    /** Of two profiles, each of any size. */
    public static Drift between(Profile before, Profile after) {
        var compared = new ArrayList<Compared>();
        for (var column : before.columns()) {
            after.find(column.name()).ifPresent(later -> compared.add(Compared.of(column, later)));
        }
        double limit = limit(compared.stream()
                .filter(Compared::enough)
                .mapToDouble(Compared::p)
                .sorted()
                .toArray());
        var shifts = compared.stream()
                .map(one -> one.shift(limit))
                .sorted(Comparator.comparing((ColumnShift shift) ->
                                shift.verdict() == Verdict.OTHER_KIND ? Verdict.CHANGED : shift.verdict())
                        .thenComparing(
                                Comparator.comparingDouble(ColumnShift::size).reversed()))
                .toList();
        return new Drift(before.rows(), after.rows(), only(after, before), only(before, after), shifts);
    }

    /** The largest of these probabilities, ascending, that is still no chance. */
    private static double limit(double... sorted) {
        double limit = -1;
        for (int i = 0; i < sorted.length; i++) {
            if (sorted[i] <= FALSE * (i + 1) / sorted.length) {
                limit = sorted[i];
            }
        }
        return limit;
    }

    private static List<String> only(Profile one, Profile other) {
        return one.columns().stream()
                .map(ColumnProfile::name)
                .filter(name -> other.find(name).isEmpty())
                .toList();
    }
}
