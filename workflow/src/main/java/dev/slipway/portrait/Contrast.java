package dev.slipway.portrait;

import dev.slipway.drift.ColumnShift;
import dev.slipway.drift.ColumnShift.Verdict;
import dev.slipway.drift.Drift;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * What a person is shown of two data sets.
 *
 * @param after the data that are looked at, as people call them
 * @param before what they are held against
 */
public record Contrast(String after, String before, Drift drift) {
    /** How many columns changed, by their values or by their kind. */
    public long changed() {
        return drift.shifts().stream()
                .filter(shift -> shift.verdict() == Verdict.CHANGED || shift.verdict() == Verdict.OTHER_KIND)
                .count();
    }

    /** The verdict in words. */
    public static String word(Verdict verdict) {
        return switch (verdict) {
            case CHANGED -> "changed";
            case OTHER_KIND -> "other kind";
            case TOO_FEW -> "not enough data";
            case NOT_COMPARED -> "not compared";
            case SAME -> "same";
        };
    }

    /** What is to be said about a column, in words; the weightiest first. */
    public static List<String> remarks(ColumnShift shift) {
        var remarks = new ArrayList<String>();
        if (shift.verdict() == Verdict.OTHER_KIND) {
            remarks.add("was %s, is %s"
                    .formatted(shift.before().label(), shift.after().label()));
        }
        if (Math.abs(shift.missingAfter() - shift.missingBefore()) >= Drift.SMALL) {
            remarks.add("missing was %s, is %s"
                    .formatted(Figures.share(shift.missingBefore()), Figures.share(shift.missingAfter())));
        }
        shift.comparison()
                .filter(of -> !of.numbers() && Double.isNaN(of.meanShift()))
                .flatMap(Contrast::farthest)
                .ifPresent(slice -> remarks.add("'%s' was %s, is %s"
                        .formatted(
                                shortened(slice.value()),
                                Figures.share(slice.before()),
                                Figures.share(slice.after()))));
        shift.comparison()
                .filter(of -> Math.abs(of.meanShift()) >= Drift.SMALL)
                .ifPresent(of -> remarks.add("the mean moved by %s deviations"
                        .formatted(Figures.number(Math.rint(of.meanShift() * 100) / 100))));
        if (!shift.fresh().isEmpty()) {
            remarks.add("new: "
                    + String.join(
                            ", ",
                            shift.fresh().stream()
                                    .limit(3)
                                    .map(value -> "'%s' (%s)"
                                            .formatted(shortened(value.value()), Figures.count(value.count())))
                                    .toList()));
        }
        return remarks;
    }

    /** The value whose share moved most, if it moved at all far. */
    private static Optional<ColumnShift.Slice> farthest(ColumnShift.Comparison comparison) {
        return comparison.slices().stream()
                .max(Comparator.comparingDouble(slice -> Math.abs(slice.after() - slice.before())))
                .filter(slice -> Math.abs(slice.after() - slice.before()) >= Drift.SMALL / 2);
    }

    private static String shortened(String value) {
        return value.codePointCount(0, value.length()) <= 30
                ? value
                : value.substring(0, value.offsetByCodePoints(0, 29)) + "…";
    }

    /** The name of the distance. */
    public static String measure(ColumnShift.Comparison comparison) {
        return comparison.numbers() ? "KS" : "total variation";
    }

    /** What a slice holds, in words. */
    public static String label(ColumnShift shift, ColumnShift.Slice slice) {
        return slice.value().isEmpty()
                ? "%s to %s"
                        .formatted(
                                Figures.value(shift.after(), slice.low()), Figures.value(shift.after(), slice.high()))
                : slice.value();
    }
}
