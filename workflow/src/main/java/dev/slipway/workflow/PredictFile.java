package dev.slipway.workflow;

import dev.slipway.artifact.Scratch;
import dev.slipway.contract.Finding;
import dev.slipway.contract.Report;
import dev.slipway.contract.Rule;
import dev.slipway.document.Json;
import dev.slipway.engine.Engine;
import dev.slipway.model.ServedModel;
import dev.slipway.problem.Problem;
import dev.slipway.problem.SlipwayException;
import dev.slipway.registry.ModelVersion;
import dev.slipway.source.CsvFormat;
import dev.slipway.source.CsvSink;
import dev.slipway.source.Sink;
import dev.slipway.source.Source;
import dev.slipway.source.Unreadable;
import dev.slipway.table.IntegerColumn;
import dev.slipway.table.Table;
import dev.slipway.table.TextColumn;
import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.function.BiConsumer;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

/** Answers every row of a file, by the same code as a request is answered. */
public final class PredictFile {
    private static final int SHOWN = 20;

    /**
     * @param rows of the source
     * @param scored how many of them were answered
     * @param bad what is wrong with those that were passed over: the first of each kind
     * @param unreadable the first records that are no rows
     * @param unseen how many of the answered rows have a value that was never seen in training, by column
     */
    public record Answer(
            ModelVersion model,
            long rows,
            long scored,
            List<Finding> bad,
            List<Unreadable> unreadable,
            SortedMap<String, Long> unseen) {
        /** Whether every record got its answer. */
        public boolean complete() {
            return scored == rows;
        }
    }

    private final Place place;
    private final Engine engine;

    public PredictFile(Place place, Engine engine) {
        this.place = place;
        this.engine = engine;
    }

    /**
     * Writes the columns row, prediction and, where classes are asked about, probability.
     *
     * @param skipBad whether rows that break the contract are passed over; else one of them is enough to write nothing
     */
    public Answer run(FindModel.Question question, Source source, Sink sink, boolean skipBad) {
        var version = place.ask(FindModel.OPERATION, question);
        var model = Fetched.model(place, version.files());
        var report = new CheckContract(engine).check(source, model.contract());
        var bad = bad(report);
        refuse(source, report, bad, skipBad);
        var unseen = new ConcurrentSkipListMap<String, Long>();
        long scored = engine.map(
                source,
                batch -> answers(
                        model,
                        batch.table().rows(report.examine(batch.table()).goodRows()),
                        (column, rows) -> unseen.merge(column, rows, Long::sum)),
                sink);
        return new Answer(version, report.rows(), scored, bad, report.firstUnreadable(), new TreeMap<>(unseen));
    }

    /** As {@link #run}, printed when every row that has to be answered is. */
    public Answer print(FindModel.Question question, Source source, Writer out, boolean skipBad) {
        try (var scratch = Scratch.make()) {
            var file = scratch.path().resolve("answers.csv");
            try (var sink = new CsvSink(file, CsvFormat.COMMA)) {
                var answer = run(question, source, sink, skipBad);
                try (var answers = Files.newBufferedReader(file)) {
                    answers.transferTo(out);
                    out.flush();
                }
                return answer;
            }
        } catch (IOException failure) {
            throw new SlipwayException(
                    SlipwayException.Kind.FAILED,
                    new Problem(
                            "PREDICT-PRINT", "cannot print: " + failure, "the answers", "write them with --out FILE"),
                    failure);
        }
    }

    /*
     * The share of missing values is a rule about data sets. A request is never asked for it, and the same row must get the
     * same answer from a file.
     */
    static List<Finding> bad(Report report) {
        return report.findings().stream()
                .filter(Finding::fails)
                .filter(finding -> finding.record() > 0 || finding.rule() != Rule.MISSING)
                .toList();
    }

    /** Rows can be passed over; a column that is not there, or one too many, is wrong for every row. */
    private static void refuse(Source source, Report report, List<Finding> bad, boolean skipBad) {
        var columns = bad.stream().filter(finding -> finding.record() == 0).toList();
        if (!columns.isEmpty()) {
            throw broken(source, report.rows(), report, columns, "give the file the columns the model was trained on");
        }
        if (!skipBad && !(bad.isEmpty() && report.unreadable() == 0)) {
            long rows = report.bad() + report.unreadable();
            throw broken(source, rows, report, bad, "correct them, or answer the others only: --on-bad skip");
        }
    }

    private static Table answers(ServedModel model, Table raw, BiConsumer<String, Long> unseen) {
        var answered = model.answer(model.read(raw).table());
        answered.unseen().forEach(unseen);
        var predictions = answered.predictions();
        var labels = model.target().labels();
        int[] rows = IntStream.range(0, raw.rows()).toArray();
        var record = IntegerColumn.of(
                "row", IntStream.of(rows).mapToLong(raw.origins()::record).toArray());
        if (predictions.isNumbers()) {
            return Table.of(
                    List.of(record, written("prediction", rows, row -> Json.number(predictions.number(row)))),
                    raw.origins());
        }
        int asked = labels.size() - 1;
        boolean two = labels.size() == 2;
        return Table.of(
                List.of(
                        record,
                        written("prediction", rows, row -> labels.get(predictions.label(row))),
                        // Of two classes the positive one is asked about, whichever is likelier; of more, the
                        // likeliest.
                        written(
                                "probability",
                                rows,
                                row -> Json.number(
                                        predictions.probability(row, two ? asked : predictions.label(row))))),
                raw.origins());
    }

    /** As text, to be the very digits that the server answers with. */
    private static TextColumn written(String name, int[] rows, IntFunction<String> value) {
        return TextColumn.of(name, IntStream.of(rows).mapToObj(value).toArray(String[]::new));
    }

    private static SlipwayException broken(Source source, long rows, Report report, List<Finding> bad, String fix) {
        var problems = new ArrayList<Problem>();
        bad.stream().limit(SHOWN).forEach(finding -> problems.add(finding.problem()));
        report.firstUnreadable().stream().limit(SHOWN).forEach(record -> problems.add(record.problem()));
        problems.add(new Problem(
                "PREDICT-DATA-BROKEN",
                "%d of %d rows break the model's contract: nothing was written".formatted(rows, report.rows()),
                source.name(),
                fix));
        return new SlipwayException(SlipwayException.Kind.REFUSED, problems);
    }
}
