package dev.slipway.workflow;

import dev.slipway.analysis.Doubt;
import dev.slipway.analysis.SliceSearch;
import dev.slipway.analysis.Staleness;
import dev.slipway.analysis.TooGood;
import dev.slipway.association.Associations;
import dev.slipway.association.LeakSuspect;
import dev.slipway.association.Reading;
import dev.slipway.association.Sampling;
import dev.slipway.evaluation.Judgement;
import dev.slipway.evaluation.Split;
import dev.slipway.gate.WorstSlice;
import dev.slipway.metric.Metric;
import dev.slipway.model.Pipeline;
import dev.slipway.model.Target;
import dev.slipway.project.Project;
import dev.slipway.source.Batch;
import dev.slipway.table.Column;
import dev.slipway.table.ColumnType;
import dev.slipway.table.Table;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/** What a training records of a candidate beyond its scores: on whom it does worst, how it ages, and what to doubt. */
final class SecondLook {
    /** The tag of a run with what to doubt, a sentence a line. */
    static final String DOUBTS = "doubts";

    /** Rows in which leaks are looked for. */
    private static final int LOOKED_AT = 10_000;

    private final Project project;
    private final Workshop workshop;
    private final List<LeakSuspect> leaks;

    SecondLook(Project project, Workshop workshop) {
        this.project = project;
        this.workshop = workshop;
        leaks = leaks(workshop.data());
    }

    private static List<LeakSuspect> leaks(TrainingData data) {
        var target = data.training().target().column();
        if (target.isEmpty()) {
            return List.of();
        }
        var table = data.training().table().with(data.typed().column(target));
        var kinds = new LinkedHashMap<String, ColumnType>();
        table.columns().forEach(column -> kinds.put(column.name(), column.type()));
        var sampling = new Sampling(table.columns().stream().map(Column::name).toList(), LOOKED_AT);
        var sample = sampling.finish(sampling.of(Batch.of(table)));
        return Associations.of(sample, Reading.of(kinds), target)
                .target()
                .map(dev.slipway.association.Target::suspects)
                .orElse(List.of());
    }

    /**
     * Refuses slices that the data cannot have.
     *
     * @param readable the columns a model may read: others, the target among them, part no rows
     *
     * @throws dev.slipway.problem.SlipwayException naming the slice
     */
    static void requireSlices(Project project, Table readable) {
        Stream.concat(
                        project.slices().stream(),
                        project.gates().stream()
                                .flatMap(gate -> WorstSlice.of(gate).stream().map(WorstSlice::slice)))
                .forEach(slice -> SliceSearch.require(slice, readable));
    }

    /** The worst part of every slice that the project declares or a gate asks for, under the name gates know it by. */
    SortedMap<String, Double> worstSlices(Judgement judgement) {
        var worst = new TreeMap<String, Double>();
        var wanted = wanted();
        if (wanted.isEmpty() || workshop.data().training().target() instanceof Target.Unlabelled) {
            return worst;
        }
        var judged = judgement.together();
        var rows = workshop.data().typed().rows(judged.rows());
        var answers = workshop.decide(judgement)
                .map(decision -> judged.answers().at(decision.threshold()))
                .orElse(judged.answers());
        for (var each : wanted) {
            var metric = Metric.named(each.metric(), answers.classes(), Project.FILE + ", 'gates'");
            SliceSearch.standard(metric)
                    .worst(rows, answers, each.slice())
                    .ifPresent(value -> worst.put(each.measure(), value));
        }
        return worst;
    }

    private List<WorstSlice> wanted() {
        var deciding = workshop.metric().id();
        return Stream.concat(
                        project.slices().stream().map(slice -> new WorstSlice(slice, deciding)),
                        project.gates().stream().flatMap(gate -> WorstSlice.of(gate).stream()))
                .distinct()
                .toList();
    }

    /** What is too good to be believed unseen, and the columns that may give the answer away. */
    List<String> doubts(Judgement judgement) {
        var doubts = new ArrayList<String>();
        if (!(workshop.data().training().target() instanceof Target.Unlabelled)) {
            var judged = judgement.together();
            var features = workshop.data().training().table().rows(judged.rows());
            TooGood.of(features, judged.answers()).stream().map(Doubt::sentence).forEach(doubts::add);
        }
        leaks.forEach(leak ->
                doubts.add("leak suspect %s: %s".formatted(String.join(", ", leak.columns()), leak.sentence())));
        return doubts;
    }

    /** How the pipeline ages, where time parts the rows. */
    Optional<Staleness> staleness(Pipeline pipeline) {
        var parted = workshop.parted();
        return parted.by() == Split.By.TIME && parted.folds().count() > 1
                ? Optional.of(Staleness.of(workshop.data().training(), parted.folds(), pipeline, workshop.metric()))
                : Optional.empty();
    }

    /** The metric of each age, as a run records it: {@code stale_1} is of the block right after. */
    static SortedMap<String, Double> figures(Staleness staleness) {
        var figures = new TreeMap<String, Double>();
        staleness.ages().forEach(age -> age.mean().ifPresent(mean -> figures.put("stale_" + age.blocks(), mean)));
        return figures;
    }
}
