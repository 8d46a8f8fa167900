package dev.slipway.portrait;

import dev.slipway.association.Association;
import dev.slipway.association.Associations;
import dev.slipway.association.Measure;
import dev.slipway.association.Sample;
import dev.slipway.association.SampledRow;
import dev.slipway.association.Target;
import dev.slipway.association.TargetAssociation;
import dev.slipway.portrait.Together.ByTarget;
import dev.slipway.portrait.Together.Dependency;
import dev.slipway.portrait.Together.Leak;
import dev.slipway.portrait.Together.Named;
import dev.slipway.portrait.Together.Repeated;
import dev.slipway.portrait.Together.StrangeRow;
import dev.slipway.portrait.Together.Strength;
import dev.slipway.table.ColumnType;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Makes what is shown of several columns together out of what was found in a sample of the rows. */
final class TogetherPainter {
    private static final int COMPARED = 40;
    private static final int WITH_STEPS = 100;
    private static final int ROWS = 5;

    private final Associations found;
    private final Sample sample;

    TogetherPainter(Associations found, Sample sample) {
        this.found = found;
        this.sample = sample;
    }

    /** @param kinds of the columns, by name */
    Together together(Map<String, ColumnType> kinds) {
        return new Together(
                found.sampled(),
                found.exact(),
                strength(kinds),
                found.target().map(target -> byTarget(target, kinds)).orElse(List.of()),
                found.target().map(TogetherPainter::leaks).orElse(List.of()),
                found.dependencies().stream().map(TogetherPainter::dependency).toList(),
                found.strange().stream().map(TogetherPainter::strange).toList(),
                found.repeated().stream().map(TogetherPainter::repeated).toList());
    }

    /** Which columns are missing together. */
    MissingPattern missing() {
        var combinations = found.missing().stream()
                .map(pattern -> new MissingPattern.Combination(pattern.columns(), pattern.rows()))
                .toList();
        long listed = combinations.stream()
                .mapToLong(MissingPattern.Combination::rows)
                .sum();
        return new MissingPattern(found.sampled(), found.exact(), combinations, found.sampled() - listed);
    }

    // ---- pairs

    /** Of each pair the figure that says most: Spearman of numbers, else Cramér's V; those columns that go together most. */
    private Strength strength(Map<String, ColumnType> kinds) {
        var best = new HashMap<String, Association>();
        for (var pair : found.correlations().pairs()) {
            if (pair.measure() != Measure.PEARSON
                    && !Double.isNaN(pair.estimate().value())) {
                best.merge(
                        key(pair.left(), pair.right()),
                        pair,
                        (one, other) -> one.measure() == Measure.SPEARMAN ? one : other);
            }
        }
        var strongest = new HashMap<String, Double>();
        for (var pair : best.values()) {
            double size = Math.abs(pair.estimate().value());
            strongest.merge(pair.left(), size, Math::max);
            strongest.merge(pair.right(), size, Math::max);
        }
        var chosen = strongest.entrySet().stream()
                .sorted(Map.Entry.<String, Double>comparingByValue().reversed().thenComparing(Map.Entry::getKey))
                .limit(COMPARED)
                .map(Map.Entry::getKey)
                .collect(Collectors.toSet());
        var names = sample.names().stream()
                .filter(name -> kinds.containsKey(name) && chosen.contains(name))
                .toList();
        var values = new ArrayList<Double>();
        var measures = new ArrayList<String>();
        for (var row : names) {
            for (var column : names) {
                var pair = Optional.ofNullable(best.get(key(row, column)));
                values.add(
                        row.equals(column)
                                ? Double.valueOf(1)
                                : pair.map(one -> one.estimate().value()).orElse(Double.NaN));
                measures.add(pair.map(one -> one.measure().label()).orElse(""));
            }
        }
        return new Strength(names, values, measures);
    }

    private static String key(String one, String other) {
        return one.compareTo(other) < 0 ? one + "\u0000" + other : other + "\u0000" + one;
    }

    // ---- target

    private List<ByTarget> byTarget(Target target, Map<String, ColumnType> kinds) {
        var steps = new TargetSteps(
                sample, target.name(), kinds.getOrDefault(target.name(), ColumnType.TEXT), target.classes());
        var all = new ArrayList<ByTarget>();
        for (var column : target.columns()) {
            boolean many = all.size() >= WITH_STEPS;
            all.add(new ByTarget(
                    column.column(),
                    steps.of(),
                    column.power().value(),
                    column.power().standardError(),
                    Double.isNaN(column.auc()) ? OptionalDouble.empty() : OptionalDouble.of(column.auc()),
                    measures(column),
                    many
                            ? List.of()
                            : steps.along(column.column(), kinds.getOrDefault(column.column(), column.kind()))));
        }
        return all;
    }

    private static List<Named> measures(TargetAssociation column) {
        return column.measures().stream()
                .filter(measure -> !Double.isNaN(measure.estimate().value()))
                .map(measure ->
                        new Named(measure.measure().label(), measure.estimate().value()))
                .toList();
    }

    private static List<Leak> leaks(Target target) {
        return target.suspects().stream()
                .map(suspect -> new Leak(
                        suspect.columns(),
                        suspect.reason().name().toLowerCase(Locale.ROOT).replace('_', ' '),
                        suspect.figure(),
                        suspect.sentence()))
                .toList();
    }

    // ---- rows

    private static Dependency dependency(dev.slipway.association.Dependency of) {
        return new Dependency(
                of.determining(),
                of.determined(),
                of.repeats(),
                of.violations(),
                of.violating().stream()
                        .limit(ROWS)
                        .map(row -> "row %d: '%s' where others have '%s'"
                                .formatted(row.row().record(), row.value(), row.usual()))
                        .toList());
    }

    private static StrangeRow strange(dev.slipway.association.StrangeRow row) {
        return new StrangeRow(
                row.row().toString(),
                row.row().record(),
                row.bits(),
                row.oddities().stream()
                        .limit(3)
                        .map(dev.slipway.association.StrangeRow.Oddity::sentence)
                        .toList());
    }

    private static Repeated repeated(dev.slipway.association.Repeated of) {
        return new Repeated(
                of.but(),
                of.rows(),
                of.groups().stream()
                        .limit(ROWS)
                        .map(group -> group.stream()
                                .limit(ROWS)
                                .map(SampledRow::record)
                                .toList())
                        .toList());
    }

    // ---- remarks

    /** What is to be said about columns or rows together, in words. */
    static List<Remark> remarks(Together together, MissingPattern missing) {
        return Stream.of(leakRemarks(together), repeatRemarks(together), missingRemarks(missing))
                .flatMap(List::stream)
                .toList();
    }

    private static List<Remark> leakRemarks(Together together) {
        return together.leaks().stream()
                .flatMap(leak -> leak.columns().stream()
                        .map(column -> new Remark(Remark.Weight.DANGER, column, "leak suspect", leak.text())))
                .toList();
    }

    private static List<Remark> repeatRemarks(Together together) {
        return together.repeated().stream()
                .filter(repeated -> repeated.but().isEmpty() && repeated.rows() > 0)
                .map(repeated -> new Remark(
                        Remark.Weight.DECIDE,
                        "",
                        "same rows",
                        "%s the same as an earlier one, such as %s%s"
                                .formatted(
                                        repeated.rows() == 1
                                                ? "1 row is"
                                                : Figures.count(repeated.rows()) + " rows are",
                                        repeated.examples().stream()
                                                .limit(1)
                                                .map(rows -> "row %d and row %d".formatted(rows.get(1), rows.get(0)))
                                                .collect(Collectors.joining()),
                                        together.exact()
                                                ? ""
                                                : " (of the %s looked at)".formatted(Figures.count(together.rows())))))
                .toList();
    }

    private static List<Remark> missingRemarks(MissingPattern missing) {
        return missing.combinations().stream()
                .filter(combination -> combination.columns().size() > 1
                        && combination.columns().size() < 9
                        && combination.rows() * 20 >= missing.rows())
                .sorted(Comparator.comparingLong((MissingPattern.Combination one) -> -one.rows()))
                .limit(3)
                .map(combination -> new Remark(
                        Remark.Weight.NOTE,
                        "",
                        "missing together",
                        "%s of the rows lack %s and nothing else"
                                .formatted(
                                        Figures.share((double) combination.rows() / missing.rows()),
                                        String.join(", ", combination.columns()))))
                .toList();
    }
}
