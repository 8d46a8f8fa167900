package dev.slipway.association;

import dev.slipway.association.LeakSuspect.Reason;
import dev.slipway.association.Together.Score;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * Columns that may give the target away. A leak and an honest strong column look alike in one figure; four signs together tell
 * them apart on the public data (docs/leaks.md has the figures): nearly everything from one column, the target as a sum,
 * values that are there for one outcome only, and a column that carries most of what all columns say and that no other column
 * knows anything about. What one sign has found is left out before the next is looked for, so that leaks do not hide each
 * other.
 */
final class Leaks {
    /** Rows of the target below which nothing is said. */
    static final int LEAST_ROWS = 200;
    /** Rows below which what columns explain together is too uncertain: honest columns of 500 rows were suspected. */
    static final int LEAST_TOGETHER = 1_000;
    /** Share of the target's spread that one column explains alone. */
    static final double NEARLY_ALL = 0.97;
    /** Of what all columns explain together, the share that is lost without the column. */
    static final double MOST_OF_ALL = 0.4;
    /** Share of the column's own spread that the other columns explain. */
    static final double ISOLATED = 0.1;
    /** The same for a column that alone explains this many times what all others do together. */
    static final double NEARLY_ISOLATED = 0.2;

    static final double TIMES_THE_OTHERS = 2;
    /** How far the slope of a part may be from 1, and the share of the target's variance it explains then. */
    static final double SLOPE = 0.1;

    static final double PART = 0.75;
    /** Correlation of being missing with an outcome; of an amount, how often a missing row's is on the same side. */
    static final double BY_OUTCOME = 0.95;

    private static final int LEAST_MISSING = 30;
    private static final double LEAST_EXPLAINED = 0.05;
    /** A column that alone explains less than this of what all do carries no large part of it. */
    private static final double PROMISING = 0.25;

    private static final int CANDIDATES = 3;
    private static final int MOST_ROUNDS = 3;

    private final Features features;
    private final Feature target;
    private final Outcome outcome;
    private final List<TargetAssociation> columns;
    private final Set<String> found = new HashSet<>();
    private final List<LeakSuspect> suspects = new ArrayList<>();

    private Leaks(Features features, Feature target, List<TargetAssociation> columns) {
        this.features = features;
        this.target = target;
        this.outcome = Outcome.of(target);
        this.columns = columns;
    }

    static List<LeakSuspect> of(Features features, Feature target, List<TargetAssociation> columns) {
        if (target.present() < LEAST_ROWS || target.distinct() < 2) {
            return List.of();
        }
        var leaks = new Leaks(features, target, columns);
        leaks.missingByOutcome();
        leaks.determining();
        leaks.sums();
        leaks.parts();
        leaks.standingAlone();
        return leaks.suspects;
    }

    private void add(List<String> names, Reason reason, double figure, String sentence, Object... figures) {
        found.addAll(names);
        suspects.add(new LeakSuspect(names, reason, figure, String.format(Locale.ROOT, sentence, figures)));
    }

    private List<Feature> others() {
        return features.where(feature -> feature != target && !found.contains(feature.name()));
    }

    private void determining() {
        for (var column : columns) {
            double power = column.power().value();
            if (power >= NEARLY_ALL && !found.contains(column.column())) {
                add(
                        List.of(column.column()),
                        Reason.DETERMINES,
                        power,
                        "%s alone explains %.1f %% of %s in rows it was not learned from: it may be another spelling of it,"
                                + " or made from it",
                        column.column(),
                        100 * power,
                        target.name());
            }
        }
    }

    /** Suspects of one column are no reason not to look: the target is casual + registered, whatever registered says alone. */
    private void sums() {
        if (outcome.classes() || !target.kind().quantity()) {
            return;
        }
        var used = new HashSet<String>();
        for (int round = 0; round < MOST_ROUNDS; round++) {
            var sum = Sums.of(features.where(feature -> feature != target && !used.contains(feature.name())), target);
            if (sum.isEmpty()) {
                return;
            }
            var names = sum.get().columns().stream().map(Feature::name).toList();
            used.addAll(names);
            add(
                    names,
                    Reason.RECONSTRUCTS,
                    1 - sum.get().left(),
                    "%s together, each times a factor, are %s but for %.2g %% of its variance",
                    String.join(", ", names),
                    target.name(),
                    100 * sum.get().left());
        }
    }

    /** The target is the column and something small, in the same unit: as an arrival's delay is the departure's. */
    private void parts() {
        if (outcome.classes() || !target.kind().quantity()) {
            return;
        }
        for (var feature : others()) {
            if (!feature.kind().quantity() || feature.present() < LEAST_ROWS) {
                continue;
            }
            double slope = Line.slope(feature, target);
            double correlation = Line.pearson(features, feature, target).value();
            if (Math.abs(slope - 1) <= SLOPE && correlation * correlation >= PART) {
                add(
                        List.of(feature.name()),
                        Reason.RECONSTRUCTS,
                        correlation * correlation,
                        "%1$s looks like a part of %2$s: one more of it is %3$.2f more of %2$s, and that explains %4$.1f %%"
                                + " of the variance; an earlier value of the same quantity looks alike",
                        feature.name(),
                        target.name(),
                        slope,
                        100 * correlation * correlation);
            }
        }
    }

    /** Columns that are missing in the same rows are one suspect. */
    private void missingByOutcome() {
        var alike = new LinkedHashMap<Double, List<String>>();
        for (var feature : others()) {
            double by = byOutcome(feature);
            if (by >= BY_OUTCOME) {
                alike.computeIfAbsent(by, same -> new ArrayList<>()).add(feature.name());
            }
        }
        alike.forEach((by, names) -> add(
                names,
                Reason.MISSING_BY_OUTCOME,
                by,
                outcome.classes()
                        ? "%s %s filled in for one outcome of %s and missing for the others (correlation %.3f)"
                        : "%s %s filled in at one end of %s and missing at the other (in %4$.1f %% of all pairs of rows)",
                String.join(", ", names),
                names.size() == 1 ? "is" : "are",
                target.name(),
                outcome.classes() ? by : 100 * by));
    }

    private double byOutcome(Feature feature) {
        int[] rows = outcome.rows();
        double[] there = new double[rows.length];
        int missing = 0;
        for (int i = 0; i < rows.length; i++) {
            boolean gap = feature.isMissing(rows[i]);
            there[i] = gap ? 0 : 1;
            missing += gap ? 1 : 0;
        }
        if (missing < LEAST_MISSING || rows.length - missing < LEAST_MISSING) {
            return 0;
        }
        double most = 0;
        for (double[] output : outcome.outputs()) {
            double by = outcome.classes() ? Math.abs(phi(there, output)) : side(Power.auc(output, there));
            most = Math.max(most, by);
        }
        return most;
    }

    private static double side(double auc) {
        return Math.max(auc, 1 - auc);
    }

    /** The correlation of two columns of zeros and ones. */
    private static double phi(double[] one, double... other) {
        double both = 0;
        double first = 0;
        double second = 0;
        for (int i = 0; i < one.length; i++) {
            both += one[i] * other[i];
            first += one[i];
            second += other[i];
        }
        double spread = first * (one.length - first) * second * (one.length - second);
        return spread > 0 ? (both * one.length - first * second) / Math.sqrt(spread) : 0;
    }

    /** The strongest columns are tried; where one is a suspect, what is left is looked at again. */
    private void standingAlone() {
        if (others().size() < 2 || outcome.rows().length < LEAST_TOGETHER) {
            return;
        }
        var together = new Together(features, target, outcome, Power.folds(features.rows()));
        var all = Optional.of(together.score(others()));
        while (all.isPresent() && others().size() >= 2) {
            all = suspect(together, all.get());
        }
    }

    /** What is explained without the suspect; empty where there is none. */
    private Optional<Score> suspect(Together together, Score all) {
        var others = others();
        var rest = columns.stream()
                .filter(column -> !found.contains(column.column()))
                .filter(column -> column.power().value() >= PROMISING * all.explained())
                .limit(CANDIDATES)
                .map(column -> features.all().get(features.sample().column(column.column())))
                .toList()
                .parallelStream()
                .map(candidate -> new Rest(candidate, together.score(without(others, candidate))))
                .toList();
        return rest.stream()
                .filter(some -> all.explained() >= LEAST_EXPLAINED && lost(all, some.score()) >= MOST_OF_ALL)
                .max(Comparator.comparingDouble(some -> lost(all, some.score())))
                .filter(some -> alone(together, some.candidate(), others, all, some.score()))
                .map(Rest::score);
    }

    /** @param score of all columns but the candidate */
    private record Rest(Feature candidate, Score score) {}

    private static List<Feature> without(List<Feature> features, Feature one) {
        return features.stream().filter(feature -> feature != one).toList();
    }

    private static double lost(Score all, Score rest) {
        return (all.explained() - rest.explained()) / all.explained();
    }

    /** Whether it is a suspect. */
    private boolean alone(Together together, Feature candidate, List<Feature> others, Score all, Score rest) {
        double known = new Together(features, candidate, Outcome.of(candidate), Power.folds(features.rows()))
                .score(without(others, candidate))
                .explained();
        double alone = together.score(List.of(candidate)).explained();
        boolean towering = alone >= TIMES_THE_OTHERS * rest.explained();
        if (known > (towering ? NEARLY_ISOLATED : ISOLATED)) {
            return false;
        }
        add(
                List.of(candidate.name()),
                Reason.STANDS_ALONE,
                lost(all, rest),
                "%1$s carries %2$.0f %% of what all columns say about %3$s (they explain %4$.1f %% with it, %5$.1f %% without),"
                        + " and the other columns know little of %1$s (%6$.1f %%): it may have been measured with"
                        + " or after the outcome",
                candidate.name(),
                100 * lost(all, rest),
                target.name(),
                100 * all.explained(),
                100 * rest.explained(),
                100 * known);
        return true;
    }
}
