package dev.slipway.workflow;

import dev.slipway.explain.Absence;
import dev.slipway.explain.Importance;
import dev.slipway.explain.Permutation;
import dev.slipway.metric.Metric;
import dev.slipway.model.FittedPipeline;
import dev.slipway.model.Training;
import dev.slipway.problem.SlipwayException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Leaves out one column after another, the least important first, for as long as there is time. For one thread. */
final class DropOne {
    /** Of the score: what may be lost altogether before a saving is none. */
    static final double TOLERATED = 0.002;

    private static final int ORDERED_IN = 4;
    private static final int SETTLING = 8;

    private final Absence absence;
    private final Training judged;
    private final InstantSource clock;
    private final Instant began;
    private final Duration budget;
    private final Map<String, Measure> measures = new LinkedHashMap<>();
    private Duration longest = Duration.ZERO;
    private boolean settled;

    /** @param saved share of the time of an answer */
    record Measure(Importance loss, double microseconds, double saved) {}

    /** @param judged rows that the first fold judges */
    DropOne(Absence absence, Training judged, InstantSource clock, Duration budget) {
        this.absence = absence;
        this.judged = judged;
        this.clock = clock;
        this.began = clock.instant();
        this.budget = budget;
    }

    /** The least important first, as far as a quarter of the time lets that be seen; the others behind. */
    List<String> order(List<String> columns, Metric metric, long seed) {
        var importance = new HashMap<String, Double>();
        for (var column : columns) {
            if (passed().compareTo(budget.dividedBy(ORDERED_IN)) > 0) {
                break;
            }
            Permutation.shuffled(metric, seed)
                    .of(absence.pipeline(), judged, List.of(column))
                    .forEach(each -> importance.put(column, each.mean()));
        }
        return columns.stream()
                .sorted(Comparator.comparingDouble(column -> importance.getOrDefault(column, Double.POSITIVE_INFINITY)))
                .toList();
    }

    private Duration passed() {
        return Duration.between(began, clock.instant());
    }

    /** Whether one more can be left out, and then all together. */
    private boolean isTime() {
        return passed().plus(longest.multipliedBy(2)).compareTo(budget) < 0;
    }

    /**
     * Measures the columns in this order while there is time.
     *
     * @return those that were not measured, and why
     */
    List<Unmeasured> measure(List<String> columns) {
        var unmeasured = new ArrayList<Unmeasured>();
        for (var column : columns) {
            boolean isTime = isTime();
            try {
                var measure = isTime ? without(List.of(column)) : Optional.<Measure>empty();
                measure.ifPresent(each -> measures.put(column, each));
                if (measure.isEmpty()) {
                    unmeasured.add(new Unmeasured(column, isTime ? "nothing else would be left" : "no time was left"));
                }
            } catch (SlipwayException unable) {
                unmeasured.add(new Unmeasured(column, unable.problems().get(0).what()));
            }
        }
        return unmeasured;
    }

    /** By column. */
    Map<String, Measure> measures() {
        return measures;
    }

    /** Of the first pair again until it settles: what the first times measure is Java's compiler at work. */
    private Pace pace(FittedPipeline left) {
        var pace = Pace.of(absence.pipeline(), left, judged.table());
        for (int again = 0; again < SETTLING && !settled; again++) {
            var next = Pace.of(absence.pipeline(), left, judged.table());
            settled = next.isNear(pace);
            pace = next;
        }
        settled = true;
        return pace;
    }

    private Optional<Measure> without(Collection<String> columns) {
        var started = clock.instant();
        var measure = absence.without(columns).map(left -> {
            var pace = pace(left.pipeline());
            return new Measure(left.loss(), pace.one() - pace.other(), pace.saved());
        });
        var took = Duration.between(started, clock.instant());
        longest = took.compareTo(longest) > 0 ? took : longest;
        return measure;
    }

    /** What can go: by name, what leaving out all of these measured. */
    record Together(List<String> columns, Measure measure) {}

    /**
     * The cheapest absences whose losses add up to what is tolerated, learned again without all of them. Where together they
     * lose more, because one had said what the other says, the last is kept and it is tried again.
     */
    Optional<Together> together() {
        var dropped = greedy();
        while (!dropped.isEmpty()) {
            var measure = all(dropped);
            if (measure.filter(each -> each.loss().mean() <= tolerated()).isPresent()) {
                return Optional.of(new Together(dropped, measure.get()));
            }
            dropped = dropped.subList(0, dropped.size() - 1);
        }
        return Optional.empty();
    }

    /** Empty, too, where the estimator cannot learn from what is left. */
    private Optional<Measure> all(List<String> dropped) {
        if (dropped.size() == 1) {
            return Optional.ofNullable(measures.get(dropped.get(0)));
        }
        try {
            return without(dropped);
        } catch (SlipwayException unable) {
            return Optional.empty();
        }
    }

    private List<String> greedy() {
        var dropped = new ArrayList<String>();
        double lost = 0;
        var rising = measures.entrySet().stream()
                .sorted(Comparator.comparingDouble(
                        entry -> entry.getValue().loss().mean()))
                .toList();
        for (var entry : rising) {
            lost += Math.max(0, entry.getValue().loss().mean());
            // Written so that a loss nobody could measure is too much.
            if (!(lost <= tolerated())) {
                break;
            }
            dropped.add(entry.getKey());
        }
        return dropped;
    }

    private double tolerated() {
        return TOLERATED * Math.abs(absence.score());
    }
}
