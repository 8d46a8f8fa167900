package dev.slipway.workflow;

import dev.slipway.analysis.Clusters;
import dev.slipway.analysis.StrangestRow;
import dev.slipway.engine.Engine;
import dev.slipway.explain.ModelExplanation;
import dev.slipway.metric.Metric;
import dev.slipway.model.Target;
import dev.slipway.model.Training;
import dev.slipway.project.Project;
import dev.slipway.source.Source;
import java.util.List;
import java.util.Optional;

/** What a model is, which columns its answers rest on, and how the answers go with them. Changes nothing. */
public final class ExplainModel {
    /**
     * @param candidate what it was in the search
     * @param data the rows the figures are of
     * @param rows how many there are
     * @param basis what the answers to these rows are worth
     * @param metric by which the score and the shuffled columns are measured; empty where nothing is known to be true
     */
    public record Answer(
            String model,
            Optional<Integer> version,
            String run,
            String candidate,
            String data,
            int rows,
            Basis basis,
            String metric,
            ModelExplanation explanation,
            Optional<Clusters> clusters,
            List<StrangestRow> strangest) {
        public Answer {
            strangest = List.copyOf(strangest);
        }
    }

    private static final int STRANGEST = 20;

    private final Place place;
    private final Engine engine;

    public ExplainModel(Place place, Engine engine) {
        this.place = place;
        this.engine = engine;
    }

    /** @param labelled other rows than those the project trains on */
    public Answer run(Project project, ChooseModel.Question question, Optional<Source> labelled) {
        var chosen = place.ask(ChooseModel.OPERATION, question);
        var model = Fetched.model(place, chosen.files());
        var contract = CheckContract.read(project.contract());
        var rows = LabelledRows.read(engine, contract, model.target(), labelled.orElseGet(project::source));
        var metric = metric(project, rows.data());
        return new Answer(
                chosen.model(),
                chosen.version(),
                chosen.run(),
                model.card().candidate(),
                rows.typed().origins().source(),
                rows.data().rows(),
                labelled.isPresent() ? Basis.OTHER_ROWS : Basis.LEARNED_ROWS,
                metric.map(Metric::id).orElse(""),
                ModelExplanation.of(
                        model.pipeline(), rows.data(), metric, project.data().seed()),
                Clusters.of(rows.typed(), model.pipeline()),
                StrangestRow.of(rows.typed(), model.pipeline(), STRANGEST));
    }

    private static Optional<Metric> metric(Project project, Training rows) {
        return rows.target() instanceof Target.Unlabelled
                ? Optional.empty()
                : Optional.of(project.effort().metric(rows.target()));
    }
}
