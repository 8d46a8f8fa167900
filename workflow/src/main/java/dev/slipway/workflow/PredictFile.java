package dev.slipway.workflow;

import dev.slipway.contract.Report;
import dev.slipway.document.Json;
import dev.slipway.engine.Engine;
import dev.slipway.model.ModelFolder;
import dev.slipway.model.ServedModel;
import dev.slipway.problem.Problem;
import dev.slipway.problem.SlipwayException;
import dev.slipway.registry.ModelVersion;
import dev.slipway.source.Sink;
import dev.slipway.source.Source;
import dev.slipway.table.IntegerColumn;
import dev.slipway.table.Table;
import dev.slipway.table.TextColumn;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** Answers every row of a file, by the same code as a request is answered. */
public final class PredictFile {
    private static final int SHOWN = 20;

    /**
     * @param scored how many rows were answered
     * @param report what was wrong with the others, if anything
     */
    public record Answer(ModelVersion model, long scored, Report report) {}

    private final Place place;
    private final Engine engine;

    public PredictFile(Place place, Engine engine) {
        this.place = place;
        this.engine = engine;
    }

    /**
     * Writes the columns row, prediction and probability.
     *
     * @param skipBad whether rows that break the contract are passed over; else one of them is enough to write nothing
     */
    public Answer run(FindModel.Question question, Source source, Sink sink, boolean skipBad) {
        var version = place.ask(FindModel.OPERATION, question);
        var model = fetch(version);
        var report = new CheckContract(engine).check(source, model.contract());
        if (!report.passed() && !skipBad) {
            throw broken(source, report);
        }
        long scored = engine.map(
                source,
                batch -> answers(
                        model, batch.table().rows(report.goodRows(batch.table().origins()))),
                sink);
        return new Answer(version, scored, report);
    }

    private ServedModel fetch(ModelVersion version) {
        try (var scratch = Scratch.make()) {
            var folder = scratch.path().resolve("model");
            place.fetch(version.files(), folder);
            return ModelFolder.load(folder);
        }
    }

    private static Table answers(ServedModel model, Table raw) {
        var predictions = model.predict(model.read(raw).table());
        var labels = model.target().labels();
        int[] rows = IntStream.range(0, raw.rows()).toArray();
        int asked = labels.size() - 1;
        return Table.of(
                List.of(
                        IntegerColumn.of(
                                "row",
                                IntStream.of(rows)
                                        .mapToLong(raw.origins()::record)
                                        .toArray()),
                        TextColumn.of(
                                "prediction",
                                IntStream.of(rows)
                                        .mapToObj(row -> labels.get(predictions.label(row)))
                                        .toArray(String[]::new)),
                        // As text, to be the very digits that the server answers with.
                        TextColumn.of(
                                "probability",
                                IntStream.of(rows)
                                        .mapToObj(row -> Json.number(predictions.probability(row, asked)))
                                        .toArray(String[]::new))),
                raw.origins());
    }

    private static SlipwayException broken(Source source, Report report) {
        var problems = new ArrayList<Problem>();
        report.findings().stream().limit(SHOWN).forEach(finding -> problems.add(finding.problem()));
        report.unreadable().stream().limit(SHOWN).forEach(record -> problems.add(record.problem()));
        problems.add(new Problem(
                "PREDICT-DATA-BROKEN",
                "%d of %d rows break the model's contract: nothing was written"
                        .formatted(report.rows() - report.good(), report.rows()),
                source.name(),
                "correct them, or answer the others only: --on-bad skip"));
        return new SlipwayException(SlipwayException.Kind.REFUSED, problems);
    }
}
