package dev.slipway.drift;

import dev.slipway.drift.ColumnShift.Comparison;
import dev.slipway.drift.ColumnShift.Fresh;
import dev.slipway.drift.ColumnShift.Verdict;
import dev.slipway.profile.ColumnProfile;
import dev.slipway.table.ColumnType;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** One column of two data sets, before it is known what chance does to all columns together. */
record Compared(ColumnProfile before, ColumnProfile after, Optional<Comparison> comparison) {
    private static final int VALUES = 50;
    private static final int FRESH = 5;
    private static final double UNIQUE = 0.5;

    static Compared of(ColumnProfile before, ColumnProfile after) {
        return new Compared(before, after, comparison(before, after));
    }

    private static Optional<Comparison> comparison(ColumnProfile before, ColumnProfile after) {
        boolean numbers = quantity(before) && quantity(after);
        if (numbers && !Values.few(before.numbers(), after.numbers(), VALUES)) {
            return before.numbers().count() == 0 || after.numbers().count() == 0
                    ? Optional.empty()
                    : Optional.of(Numbers.compared(before, after));
        }
        boolean words = before.values().exact() && after.values().exact() && !keyLike(before) && !keyLike(after);
        boolean timed = before.kind() == ColumnType.TIMESTAMP || after.kind() == ColumnType.TIMESTAMP;
        boolean alike = numbers || words(before) == words(after);
        return timed || !alike || !(words || numbers) || before.rows() == 0 || after.rows() == 0
                ? Optional.empty()
                : Optional.of(Values.compared(before, after, numbers));
    }

    private static boolean quantity(ColumnProfile column) {
        return column.kind().quantity();
    }

    /** Words and booleans, whose values are compared one by one. A column without values is whatever the other is. */
    private static boolean words(ColumnProfile column) {
        return !quantity(column) || column.present() == 0;
    }

    /** Values that hardly repeat are new by nature. */
    private static boolean keyLike(ColumnProfile column) {
        return column.present() > VALUES && column.distinct().value() > UNIQUE * column.present();
    }

    private boolean sameKind() {
        var one = before.kind();
        var other = after.kind();
        return one == other
                || before.present() == 0
                || after.present() == 0
                || (one.quantity() && other.quantity())
                || (one.textual() && other.textual());
    }

    /** Whether there are values enough to tell chance from change. */
    boolean enough() {
        return comparison.isPresent() && sameKind() && Math.min(before.rows(), after.rows()) >= Drift.FEWEST;
    }

    /**
     * The probability by chance of the values' distance; of numbers also of the missing share's, twice the smaller of both
     * (Bonferroni).
     */
    double p() {
        return comparison
                .map(of -> of.numbers() ? Math.min(1, 2 * Math.min(of.p(), missing())) : of.p())
                .orElse(1.0);
    }

    private double missing() {
        return Values.probability(
                new double[] {before.missing(), before.present()}, new double[] {after.missing(), after.present()});
    }

    /** @param limit up to which a probability is no chance */
    ColumnShift shift(double limit) {
        return new ColumnShift(
                before.name(),
                before.kind(),
                after.kind(),
                share(before),
                share(after),
                verdict(limit),
                comparison,
                fresh());
    }

    private static double share(ColumnProfile column) {
        return column.rows() == 0 ? 0 : column.missingShare();
    }

    private Verdict verdict(double limit) {
        if (!sameKind()) {
            return Verdict.OTHER_KIND;
        }
        if (comparison.isEmpty()) {
            return Verdict.NOT_COMPARED;
        }
        if (!enough()) {
            return Verdict.TOO_FEW;
        }
        var of = comparison.get();
        boolean matters = of.distance() >= Drift.SMALL
                || of.other() >= Drift.SMALL
                || Math.abs(share(after) - share(before)) >= Drift.SMALL;
        return p() <= limit && matters ? Verdict.CHANGED : Verdict.SAME;
    }

    private List<Fresh> fresh() {
        boolean known = before.values().exact() && after.values().exact() && !quantity(before) && !keyLike(after);
        return !known || before.present() == 0
                ? List.of()
                : after.values().values().entrySet().stream()
                        .filter(value -> !before.values().values().containsKey(value.getKey()))
                        .map(value -> new Fresh(value.getKey(), value.getValue().count()))
                        .sorted(Comparator.comparingLong(Fresh::count).reversed())
                        .limit(FRESH)
                        .toList();
    }
}
