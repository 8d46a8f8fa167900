package dev.slipway.contract;

import dev.slipway.contract.DataRules.Distributions;
import dev.slipway.profile.ColumnProfile;
import dev.slipway.profile.Profile;
import dev.slipway.statistic.TwoSamples;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Which columns are distributed otherwise than in a stored profile: the test speaks against one distribution at a false discovery
 * rate of 1 % over all columns (Benjamini and Hochberg 1995), and they are at least 0.05 apart. Either alone cries wolf: a test on
 * many rows sees what does not matter, a distance on few rows sees what is not there.
 */
final class Drift {
    /** Fewer values say nothing in either sample. */
    static final int FEWEST = 1_000;

    private static final double RATE = 0.01;
    private static final double EFFECT = 0.05;
    private static final int FEW_DISTINCT = 50;

    /** A column and what was found. */
    record Shift(String column, TwoSamples found) {
        String note() {
            return "'%s' is distributed otherwise than in the profile: distance %.3f, p = %.2g"
                    .formatted(column, found.effect(), found.p());
        }
    }

    private Drift() {}

    /** The columns to compare: those that are named, or all but keys, which are never distributed alike. */
    static List<String> columns(Contract contract, Distributions asked) {
        return asked.columns().isEmpty()
                ? contract.checked()
                        .filter(column -> column.role() != Role.KEY && !column.unique())
                        .map(ContractColumn::name)
                        .toList()
                : asked.columns();
    }

    /** The columns that moved, in the order of the current profile. */
    static List<Shift> between(Profile reference, Profile current, List<String> columns) {
        var compared = new ArrayList<Shift>();
        for (var now : current.columns()) {
            if (columns.contains(now.name())) {
                reference
                        .find(now.name())
                        .flatMap(then -> compare(then, now))
                        .ifPresent(found -> compared.add(new Shift(now.name(), found)));
            }
        }
        double limit = limit(compared);
        return compared.stream()
                .filter(shift -> shift.found().p() <= limit && shift.found().effect() >= EFFECT)
                .toList();
    }

    /** The largest p-value that is still a discovery; below 0 where none is. */
    private static double limit(List<Shift> compared) {
        double[] sorted = compared.stream()
                .sorted(Comparator.comparingDouble((Shift shift) -> shift.found().p()))
                .mapToDouble(shift -> shift.found().p())
                .toArray();
        double limit = -1;
        for (int i = 0; i < sorted.length; i++) {
            limit = sorted[i] <= RATE * (i + 1) / sorted.length ? sorted[i] : limit;
        }
        return limit;
    }

    /* Numbers with few distinct values are compared as categories: a distance of distribution functions is blind there. */
    private static Optional<TwoSamples> compare(ColumnProfile then, ColumnProfile now) {
        if (then.present() < FEWEST || now.present() < FEWEST) {
            return Optional.empty();
        }
        boolean numbers = isNumeric(then) && isNumeric(now);
        boolean many = Math.max(then.numbers().distinct(), now.numbers().distinct()) > FEW_DISTINCT;
        if (numbers && many) {
            return Optional.of(TwoSamples.ofNumbers(
                    then.numbers(), now.numbers(), then.moments().populationDeviation()));
        }
        if (numbers) {
            return Optional.of(TwoSamples.ofCategories(numbers(then), numbers(now)));
        }
        return then.values().exact() && now.values().exact()
                ? Optional.of(TwoSamples.ofCategories(words(then), words(now)))
                : Optional.empty();
    }

    private static boolean isNumeric(ColumnProfile column) {
        return column.kind().numeric() && column.numbers().count() > 0;
    }

    private static SortedMap<String, Long> numbers(ColumnProfile column) {
        var counts = new TreeMap<String, Long>();
        for (int place = 0; place < column.numbers().distinct(); place++) {
            counts.put(
                    YamlText.number(column.numbers().value(place)),
                    column.numbers().countAt(place));
        }
        return counts;
    }

    private static SortedMap<String, Long> words(ColumnProfile column) {
        var counts = new TreeMap<String, Long>();
        column.values().values().forEach((word, seen) -> counts.put(word, seen.count()));
        return counts;
    }
}
