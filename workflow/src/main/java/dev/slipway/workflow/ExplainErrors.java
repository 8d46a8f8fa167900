package dev.slipway.workflow;

import dev.slipway.engine.Engine;
import dev.slipway.explain.ErrorAnalysis;
import dev.slipway.explain.ErrorGroups;
import dev.slipway.model.Predictions;
import dev.slipway.model.ServedModel;
import dev.slipway.model.Target;
import dev.slipway.model.Training;
import dev.slipway.problem.SlipwayException;
import dev.slipway.project.Project;
import dev.slipway.source.Source;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** The rows a model is most wrong about, and what they have in common. Changes nothing. */
public final class ExplainErrors {
    private static final int JUDGED = 100_000;

    /**
     * @param basis what the answers are worth
     * @param where the rows of {@code errors.first()}, as people find them
     */
    public record Answer(
            String model,
            Optional<Integer> version,
            String run,
            String data,
            Basis basis,
            List<String> where,
            ErrorGroups errors) {}

    private final Place place;
    private final Engine engine;

    public ExplainErrors(Place place, Engine engine) {
        this.place = place;
        this.engine = engine;
    }

    /** @param labelled rows with their true answers that the model did not learn from; else the training data */
    public Answer run(Project project, ChooseModel.Question question, Optional<Source> labelled) {
        var chosen = place.ask(ChooseModel.OPERATION, question);
        var model = Fetched.model(place, chosen.files());
        var rows = labelled.map(source -> others(project, model, source))
                .orElseGet(() -> training(project, chosen, model));
        refuseNoTruth(chosen, rows.labelled().data());
        var errors = ErrorAnalysis.defaults()
                .of(
                        rows.labelled().data().table(),
                        model.target().labels(),
                        rows.labelled().data().judge(rows.predictions()));
        var origins = rows.labelled().typed().origins();
        return new Answer(
                chosen.model(),
                chosen.version(),
                chosen.run(),
                origins.source(),
                rows.basis(),
                errors.first().stream().map(bad -> origins.where(bad.row())).toList(),
                errors);
    }

    private static void refuseNoTruth(ChooseModel.Chosen chosen, Training rows) {
        if (rows.target() instanceof Target.Unlabelled) {
            throw SlipwayException.usage(
                    "EXPLAIN-NO-TARGET",
                    "nothing in the data says what is true: no answer of this model can be wrong",
                    chosen.name(),
                    "explain it without --errors");
        }
    }

    private record Answered(LabelledRows labelled, Predictions predictions, Basis basis) {}

    private Answered others(Project project, ServedModel model, Source source) {
        var rows = LabelledRows.read(engine, CheckContract.read(project.contract()), model.target(), source)
                .sample(JUDGED, project.data().seed());
        return new Answered(rows, model.predict(rows.data().table()), Basis.OTHER_ROWS);
    }

    /** The training data, by the answers of the run's folds; where it kept none, by the model itself. */
    private Answered training(Project project, ChooseModel.Chosen chosen, ServedModel model) {
        var kept = OutOfFold.of(place, engine, chosen.run());
        if (kept.isEmpty()) {
            var seen = others(project, model, project.source());
            return new Answered(seen.labelled(), seen.predictions(), Basis.LEARNED_ROWS);
        }
        refuseOtherData(project, model);
        var contract = CheckContract.read(project.contract());
        var rows = LabelledRows.read(engine, contract, model.target(), project.source())
                .rows(kept.get().rows());
        return new Answered(rows, kept.get().predictions(), Basis.OUT_OF_FOLD);
    }

    private static void refuseOtherData(Project project, ServedModel model) {
        var now = Provenance.of(project).get(Provenance.DATA);
        if (!Objects.equals(now, model.card().provenance().get(Provenance.DATA))) {
            throw SlipwayException.refused(
                    "EXPLAIN-DATA-CHANGED",
                    "the training data are not those that the model's run learned from",
                    project.data().files(),
                    "put the data of that run back, or name labelled rows with --data FILE");
        }
    }
}
