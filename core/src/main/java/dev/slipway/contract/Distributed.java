package dev.slipway.contract;

import dev.slipway.contract.DataRules.Distributions;
import dev.slipway.drift.ColumnShift;
import dev.slipway.drift.Drift;
import dev.slipway.profile.Profile;
import java.util.List;
import java.util.Locale;
import java.util.function.BiConsumer;

/** Which columns are distributed otherwise than in a stored profile, by the rule of {@link Drift}. */
final class Distributed {
    private Distributed() {}

    /** The columns to compare: those that are named, or all but keys, which are never distributed alike. */
    static List<String> columns(Contract contract, Distributions asked) {
        return asked.columns().isEmpty()
                ? contract.checked()
                        .filter(column -> column.role() != Role.KEY && !column.unique())
                        .map(ContractColumn::name)
                        .toList()
                : asked.columns();
    }

    /** Tells each column that moved, with what was found. */
    static void shifts(Profile stored, Profile now, List<String> columns, BiConsumer<String, String> found) {
        var known = new Profile(
                stored.rows(),
                stored.unreadable(),
                stored.columns().stream()
                        .filter(column -> columns.contains(column.name()))
                        .toList());
        Drift.between(known, now).shifts().forEach(shift -> {
            switch (shift.verdict()) {
                case CHANGED -> found.accept(shift.column(), changed(shift));
                case OTHER_KIND ->
                    found.accept(
                            shift.column(),
                            "'%s' looks like %s now, and like %s in the profile"
                                    .formatted(
                                            shift.column(),
                                            shift.after().label(),
                                            shift.before().label()));
                case TOO_FEW, NOT_COMPARED, SAME -> {
                    // Nothing that could be held against the data.
                }
            }
        });
    }

    private static String changed(ColumnShift shift) {
        return shift.comparison()
                .map(of -> String.format(
                        Locale.ROOT,
                        "'%s' is distributed otherwise than in the profile: distance %.3f, p = %.2g",
                        shift.column(),
                        of.distance(),
                        of.p()))
                .orElse("'%s' is distributed otherwise than in the profile".formatted(shift.column()));
    }
}
