package dev.slipway.workflow;

import dev.slipway.analysis.Clusters;
import dev.slipway.analysis.Fairness;
import dev.slipway.analysis.FairnessCheck;
import dev.slipway.analysis.LabelSuspects;
import dev.slipway.analysis.SliceSearch;
import dev.slipway.analysis.Slices;
import dev.slipway.analysis.StrangestRow;
import dev.slipway.contract.ContractColumn;
import dev.slipway.contract.Role;
import dev.slipway.dossier.Dossier;
import dev.slipway.dossier.Quality;
import dev.slipway.evaluation.Judged;
import dev.slipway.evaluation.Judgement;
import dev.slipway.explain.ErrorAnalysis;
import dev.slipway.explain.ErrorGroups;
import dev.slipway.explain.ModelExplanation;
import dev.slipway.metric.Answers;
import dev.slipway.model.ServedModel;
import dev.slipway.model.Target;
import dev.slipway.project.Project;
import dev.slipway.search.ParameterCost;
import dev.slipway.search.Trial;
import dev.slipway.table.Table;
import dev.slipway.tracking.Run;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/** Looks at what a search chose from every side, on answers that it has already: nothing is fitted here. */
final class Inspection {
    /** Beyond this, slices and suspects are looked for among so many rows drawn by the seed. */
    private static final int LOOKED_AT = 50_000;

    private static final int STRANGEST = 20;

    private final Project project;
    private final Workshop workshop;
    private final Found found;
    private final Judged judged;
    private final Judged some;

    Inspection(Project project, Workshop workshop, Found found) {
        this.project = project;
        this.workshop = workshop;
        this.found = found;
        this.judged = judgement().together();
        this.some = some(judged, project.data().seed());
    }

    private Judgement judgement() {
        return found.choice().winner().judgement();
    }

    private static Judged some(Judged all, long seed) {
        int[] rows = all.rows();
        if (rows.length <= LOOKED_AT) {
            return all;
        }
        var random = new SplittableRandom(seed);
        int[] kept = IntStream.range(0, rows.length)
                .filter(at -> random.nextInt(rows.length) < LOOKED_AT)
                .toArray();
        return new Judged(
                IntStream.of(kept).map(at -> rows[at]).toArray(), all.answers().rows(kept));
    }

    /**
     * @param training the run, with its tags
     * @param runs of the candidates, the winner first
     * @param model of the winner, as everybody will read it
     * @param bill of the training
     */
    Dossier dossier(Run training, List<Run> runs, ServedModel model, Bill bill) {
        var data = workshop.data().training();
        var errors = errors();
        return new Dossier(
                Dossier.FORMAT,
                project.name(),
                training.id(),
                training.started().toString(),
                project.purpose(),
                training.tags(),
                new Dossier.DataFacts(
                        data.rows(),
                        data.table().columns().size(),
                        data.target().column(),
                        data.target().labels(),
                        workshop.parted().by().label(),
                        workshop.parted().why(),
                        workshop.parted().folds().count()),
                workshop.metric().id(),
                runs.stream().map(this::entry).toList(),
                found.choice().why(),
                Train.doubts(runs.get(0)),
                Quality.of(judged.answers(), workshop.metric(), workshop.decide(judgement())),
                slices(),
                fairness(),
                suspects(),
                ModelExplanation.of(
                        model.pipeline(),
                        data,
                        Optional.of(workshop.metric()).filter(metric -> isJudged()),
                        project.data().seed()),
                errors,
                errors.map(this::where).orElse(List.of()),
                bill.metrics(),
                bill.shown(),
                ParameterCost.of(found.trials()),
                found.curve(),
                isJudged() ? Optional.empty() : Clusters.of(data.table(), model.pipeline()),
                isJudged() ? List.of() : StrangestRow.of(data.table(), model.pipeline(), STRANGEST));
    }

    private Dossier.Entry entry(Run run) {
        var trials = found.results().stream()
                .filter(result -> result.candidate().name().equals(run.name()))
                .flatMap(result -> result.trials().stream())
                .toList();
        return new Dossier.Entry(
                run.name(),
                run.id(),
                run.params(),
                run.metrics(),
                trials.size(),
                trials.stream()
                        .map(Trial::spent)
                        .mapToDouble(Trial.Spent::cpuSeconds)
                        .sum());
    }

    /** The judged rows with every column a person may ask about; the answers themselves are none. */
    private Table columns() {
        var hidden = workshop.data().contract().columns().stream()
                .filter(column -> !column.role().isForModels())
                .map(ContractColumn::name)
                .toList();
        return workshop.data()
                .typed()
                .without(hidden)
                .without(List.of(target()))
                .rows(some.rows());
    }

    private String target() {
        return workshop.data().training().target().column();
    }

    private Optional<Slices> slices() {
        return isJudged()
                ? Optional.of(SliceSearch.standard(workshop.metric()).of(columns(), some.answers(), project.slices()))
                : Optional.empty();
    }

    private boolean isJudged() {
        return !(workshop.data().training().target() instanceof Target.Unlabelled);
    }

    private List<Fairness> fairness() {
        var found = new ArrayList<Fairness>();
        if (!isJudged() || judged.answers().classes() != 2) {
            return found;
        }
        var sensitive = workshop.data().contract().columns().stream()
                .filter(column -> column.role() == Role.SENSITIVE)
                .map(ContractColumn::name)
                .toList();
        for (var name : sensitive) {
            var column = workshop.data().typed().column(name);
            var groups = IntStream.of(some.rows()).mapToObj(column::text).toList();
            found.add(FairnessCheck.STANDARD.of(name, groups, decided()));
        }
        return found;
    }

    private Answers decided() {
        return workshop.decide(judgement())
                .map(decision -> some.answers().at(decision.threshold()))
                .orElse(some.answers());
    }

    private Optional<LabelSuspects> suspects() {
        var target = workshop.data().training().target();
        return target instanceof Target.Classes classes
                ? Optional.of(LabelSuspects.of(
                        some.answers(),
                        classes.labels(),
                        workshop.data().typed().rows(some.rows()).origins()))
                : Optional.empty();
    }

    private Optional<ErrorGroups> errors() {
        return isJudged()
                ? Optional.of(ErrorAnalysis.defaults()
                        .of(columns(), workshop.data().training().target().labels(), some.answers()))
                : Optional.empty();
    }

    private List<String> where(ErrorGroups errors) {
        var origins = workshop.data().typed().origins();
        int[] rows = some.rows();
        return errors.first().stream()
                .map(bad -> origins.where(rows[bad.row()]))
                .toList();
    }
}
