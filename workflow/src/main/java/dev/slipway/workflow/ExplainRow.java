package dev.slipway.workflow;

import dev.slipway.contract.Examined;
import dev.slipway.contract.Finding;
import dev.slipway.engine.Engine;
import dev.slipway.explain.Contributions;
import dev.slipway.explain.ExactContributions;
import dev.slipway.explain.ModelSummary;
import dev.slipway.explain.RowContributions;
import dev.slipway.explain.RowExplanation;
import dev.slipway.model.FittedPipeline;
import dev.slipway.model.Model;
import dev.slipway.model.ServedModel;
import dev.slipway.model.TreeModel;
import dev.slipway.problem.SlipwayException;
import dev.slipway.project.Project;
import dev.slipway.source.Gathering;
import dev.slipway.source.Source;
import dev.slipway.table.Table;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/** One row, from what somebody sent to the answer. Changes nothing. */
public final class ExplainRow {
    private static final int BACKGROUND = 1_000;
    private static final int FEW = 100;

    /**
     * @param row which one it is, in words
     * @param shared what the columns add to: the margin, or the probability or answer of a model without one; empty where neither can be
     *     shared out
     * @param base what the base stands for
     */
    public record Answer(
            String model,
            Optional<Integer> version,
            String run,
            String candidate,
            ModelSummary summary,
            String row,
            String shared,
            String base,
            RowExplanation explanation) {}

    private final Place place;
    private final Engine engine;

    public ExplainRow(Place place, Engine engine) {
        this.place = place;
        this.engine = engine;
    }

    /** @param record of the source, from 1 */
    public Answer ofFile(Project project, ChooseModel.Question question, Source source, long record) {
        var chosen = place.ask(ChooseModel.OPERATION, question);
        var model = Fetched.model(place, chosen.files());
        var found = new Gathering();
        engine.map(
                source,
                batch -> batch.table()
                        .rows(IntStream.range(0, batch.table().rows())
                                .filter(row -> batch.table().origins().record(row) == record)
                                .toArray()),
                found);
        var raw = found.table();
        if (raw.rows() == 0) {
            throw outside(
                    source,
                    record,
                    new CheckContract(engine).check(source, model.contract()).rows());
        }
        if (raw.rows() > 1) {
            throw inSeveral(source, raw, record);
        }
        var one = raw.slice(0, 1);
        return answer(project, chosen, model, model.read(one), raw.origins().where(0));
    }

    private static SlipwayException inSeveral(Source source, Table found, long record) {
        return SlipwayException.usage(
                "EXPLAIN-ROW-SEVERAL",
                "%d of the files have a row %,d".formatted(found.rows(), record),
                source.name(),
                "name the one that is meant, such as --data " + found.origins().source(0));
    }

    private static SlipwayException outside(Source source, long record, long rows) {
        return SlipwayException.usage(
                "EXPLAIN-ROW",
                "there is no readable row %,d; the file has %,d".formatted(record, rows),
                source.name(),
                "use a number from 1 to " + rows);
    }

    /** @param json one record, as a request sends it */
    public Answer ofRecord(Project project, ChooseModel.Question question, byte[] json) {
        var chosen = place.ask(ChooseModel.OPERATION, question);
        var model = Fetched.model(place, chosen.files());
        return answer(project, chosen, model, model.read(json), "the record");
    }

    private Answer answer(
            Project project, ChooseModel.Chosen chosen, ServedModel model, Examined examined, String row) {
        refuseBad(examined);
        var pipeline = model.pipeline();
        var background = pipeline.model() instanceof TreeModel ? Optional.<Table>empty() : background(project);
        var shared = shared(pipeline, background, examined.table());
        return new Answer(
                chosen.model(),
                chosen.version(),
                chosen.run(),
                model.card().candidate(),
                ModelSummary.of(pipeline),
                row,
                shared.what(),
                shared.base(),
                RowExplanation.of(pipeline, shared.contributions(), examined.table()));
    }

    /**
     * What is shared out among the columns.
     *
     * @param what margin, answer, or nothing at all
     */
    private record Shared(String what, String base, List<Contributions> contributions) {}

    private static Shared shared(FittedPipeline pipeline, Optional<Table> background, Table row) {
        var margins = background
                .map(rows -> RowContributions.against(pipeline, rows))
                .orElseGet(() -> RowContributions.of(pipeline));
        if (margins.isPresent()) {
            return new Shared(
                    "margin", base(pipeline.model(), background), margins.get().of(row));
        }
        var few = background.map(rows -> rows.slice(0, Math.min(rows.rows(), FEW)));
        return few.flatMap(rows -> ExactContributions.of(pipeline, rows))
                .map(exact -> new Shared(answer(pipeline), means(few.get()), exact.of(row)))
                .orElseGet(() -> new Shared("", "", List.of()));
    }

    private static String answer(FittedPipeline pipeline) {
        return pipeline.target().labels().isEmpty() ? "answer" : "probability";
    }

    private static String base(Model model, Optional<Table> background) {
        return model instanceof TreeModel
                ? "the mean over the training data, as the trees remember it"
                : background
                        .map(ExplainRow::means)
                        .orElse("the usual row in every quantity, without any mark: no training data is at hand");
    }

    private static String means(Table background) {
        return "the mean of %,d rows of %s"
                .formatted(background.rows(), background.origins().source());
    }

    /** Training rows to compare with; without them the model still knows its usual row. */
    private Optional<Table> background(Project project) {
        try {
            var contract = CheckContract.read(project.contract());
            var gathered = new Gathering();
            engine.map(
                    project.source(), batch -> contract.examine(batch.table()).table(), gathered);
            var typed = gathered.table();
            return typed.rows() == 0 ? Optional.empty() : Optional.of(typed.rows(some(typed.rows(), project)));
        } catch (SlipwayException elsewhere) {
            // A model can be explained far from its training data; the answer says what the base is instead.
            return Optional.empty();
        }
    }

    private static int[] some(int rows, Project project) {
        return new SplittableRandom(project.data().seed())
                .ints(0, rows)
                .distinct()
                .limit(Math.min(rows, BACKGROUND))
                .sorted()
                .toArray();
    }

    private static void refuseBad(Examined examined) {
        if (!examined.isGood()) {
            throw new SlipwayException(
                    SlipwayException.Kind.REFUSED,
                    examined.findings().stream()
                            .filter(Finding::fails)
                            .map(Finding::problem)
                            .toList());
        }
        if (examined.table().rows() != 1) {
            throw SlipwayException.usage(
                    "EXPLAIN-ONE-ROW",
                    "there are %d rows".formatted(examined.table().rows()),
                    "--record",
                    "give one record, such as {\"age\": 30}");
        }
    }
}
