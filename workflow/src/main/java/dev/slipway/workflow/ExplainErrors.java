package dev.slipway.workflow;

import dev.slipway.engine.Engine;
import dev.slipway.explain.ErrorAnalysis;
import dev.slipway.explain.ErrorGroups;
import dev.slipway.model.Target;
import dev.slipway.problem.SlipwayException;
import dev.slipway.project.Project;
import dev.slipway.source.Source;
import java.util.List;
import java.util.Optional;

/** The rows a model is most wrong about, and what they have in common. Changes nothing. */
public final class ExplainErrors {
    private static final int JUDGED = 100_000;

    /**
     * @param unseen whether the model had learned from none of the rows
     * @param where the rows of {@code errors.first()}, as people find them
     */
    public record Answer(
            String model,
            Optional<Integer> version,
            String run,
            String data,
            boolean unseen,
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
        var pipeline = Fetched.model(place, chosen.files()).pipeline();
        if (pipeline.target() instanceof Target.Unlabelled) {
            throw SlipwayException.usage(
                    "EXPLAIN-NO-TARGET",
                    "the model answers without a target: no answer can be wrong",
                    chosen.name(),
                    "explain it without --errors");
        }
        var contract = CheckContract.read(project.contract());
        var rows = LabelledRows.read(engine, contract, pipeline.target(), labelled.orElseGet(project::source))
                .sample(JUDGED, project.data().seed());
        var answers = rows.data().judge(pipeline.predict(rows.data().table()));
        var errors = ErrorAnalysis.defaults()
                .of(rows.data().table(), pipeline.target().labels(), answers);
        return new Answer(
                chosen.model(),
                chosen.version(),
                chosen.run(),
                rows.typed().origins().source(),
                labelled.isPresent(),
                errors.first().stream()
                        .map(bad -> rows.typed().origins().where(bad.row()))
                        .toList(),
                errors);
    }
}
