package dev.slipway.workflow;

import dev.slipway.contract.Examined;
import dev.slipway.contract.Finding;
import dev.slipway.engine.Engine;
import dev.slipway.explain.ModelSummary;
import dev.slipway.explain.RowExplanation;
import dev.slipway.model.ServedModel;
import dev.slipway.problem.SlipwayException;
import dev.slipway.source.Gathering;
import dev.slipway.source.Source;
import java.util.Optional;
import java.util.stream.IntStream;

/** One row, from what somebody sent to the answer. Changes nothing. */
public final class ExplainRow {
    /** @param row which one it is, in words */
    public record Answer(
            String model,
            Optional<Integer> version,
            String run,
            String candidate,
            ModelSummary summary,
            String row,
            RowExplanation explanation) {}

    private final Place place;
    private final Engine engine;

    public ExplainRow(Place place, Engine engine) {
        this.place = place;
        this.engine = engine;
    }

    /** @param record of the source, from 1 */
    public Answer ofFile(ChooseModel.Question question, Source source, long record) {
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
        var one = raw.slice(0, 1);
        return answer(chosen, model, model.read(one), raw.origins().where(0));
    }

    private static SlipwayException outside(Source source, long record, long rows) {
        return SlipwayException.usage(
                "EXPLAIN-ROW",
                "there is no readable row %,d; the file has %,d".formatted(record, rows),
                source.name(),
                "use a number from 1 to " + rows);
    }

    /** @param json one record, as a request sends it */
    public Answer ofRecord(ChooseModel.Question question, byte[] json) {
        var chosen = place.ask(ChooseModel.OPERATION, question);
        var model = Fetched.model(place, chosen.files());
        return answer(chosen, model, model.read(json), "the record");
    }

    private static Answer answer(ChooseModel.Chosen chosen, ServedModel model, Examined examined, String row) {
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
        return new Answer(
                chosen.model(),
                chosen.version(),
                chosen.run(),
                model.card().candidate(),
                ModelSummary.of(model.pipeline()),
                row,
                RowExplanation.of(model.pipeline(), examined.table()));
    }
}
