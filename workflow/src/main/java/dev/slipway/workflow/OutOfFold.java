package dev.slipway.workflow;

import dev.slipway.artifact.Manifest;
import dev.slipway.artifact.Scratch;
import dev.slipway.document.Json;
import dev.slipway.engine.Engine;
import dev.slipway.evaluation.Judged;
import dev.slipway.evaluation.Judgement;
import dev.slipway.model.Predictions;
import dev.slipway.source.CsvFormat;
import dev.slipway.source.CsvSink;
import dev.slipway.source.Gathering;
import dev.slipway.source.Source;
import dev.slipway.table.Column;
import dev.slipway.table.IntegerColumn;
import dev.slipway.table.Table;
import dev.slipway.table.TextColumn;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * The answers of a run to its own training rows, each by a model that had not seen the row. They are kept beside the run as
 * a CSV file of the columns row (from 1) and one for each class, or one for the number.
 */
final class OutOfFold {
    /** The tag of a run that names the file, as an artifact. */
    static final String TAG = "answers";

    private static final String FILE = "answers.csv";
    private static final String ROW = "row";
    private static final String ANSWER = "answer";

    /** More answers than this would be the largest thing that a run keeps. */
    private static final int MOST = 500_000;

    private final int[] rows;
    private final Predictions predictions;

    private OutOfFold(int[] rows, Predictions predictions) {
        this.rows = rows;
        this.predictions = predictions;
    }

    /** Keeps the answers; the value for the run's tag, or none where there are too many. */
    static Optional<String> keep(Place place, Judgement judgement) {
        long answers = judgement.folds().stream()
                .mapToLong(fold -> (long) fold.answers().rows() * fold.answers().classes())
                .sum();
        if (answers == 0 || answers > MOST) {
            return Optional.empty();
        }
        try (var scratch = Scratch.make()) {
            try (var sink = new CsvSink(scratch.path().resolve(FILE), CsvFormat.COMMA)) {
                judgement.folds().forEach(fold -> sink.write(table(fold)));
                sink.finish();
            }
            return Optional.of(Json.write(place.put(scratch.path())));
        }
    }

    private static Table table(Judged fold) {
        var columns = new ArrayList<Column>();
        columns.add(IntegerColumn.of(
                ROW, Arrays.stream(fold.rows()).mapToLong(row -> row + 1L).toArray()));
        var answers = fold.answers();
        for (int label = 0; label < answers.classes(); label++) {
            int of = label;
            columns.add(TextColumn.of(
                    ANSWER + label,
                    IntStream.range(0, answers.rows())
                            .mapToObj(row -> Json.number(answers.probability(row, of)))
                            .toArray(String[]::new)));
        }
        return Table.of(columns.toArray(Column[]::new));
    }

    /** The answers of the run of this id, where it kept any. */
    static Optional<OutOfFold> of(Place place, Engine engine, String run) {
        var found = place.ask(ListRuns.OPERATION, new ListRuns.Question(Optional.empty(), List.of(run), 1));
        return found.runs().stream()
                .flatMap(each -> Optional.ofNullable(each.tags().get(TAG)).stream())
                .findFirst()
                .map(manifest -> {
                    try (var scratch = Scratch.make()) {
                        var folder = scratch.path().resolve(TAG);
                        place.fetch(Json.read("the run's answers", manifest, Manifest.class), folder);
                        var gathered = new Gathering();
                        engine.map(Source.of(folder.resolve(FILE)), batch -> batch.table(), gathered);
                        return read(gathered.table());
                    }
                });
    }

    private static OutOfFold read(Table kept) {
        int classes = kept.columns().size() - 1;
        int[] rows = IntStream.range(0, kept.rows())
                .map(row -> Integer.parseInt(kept.column(ROW).text(row)) - 1)
                .toArray();
        var numbers = new double[kept.rows() * classes];
        for (int label = 0; label < classes; label++) {
            var column = kept.column(ANSWER + label);
            for (int row = 0; row < rows.length; row++) {
                numbers[row * classes + label] = Double.parseDouble(column.text(row));
            }
        }
        return new OutOfFold(rows, classes == 1 ? Predictions.ofNumbers(numbers) : Predictions.of(classes, numbers));
    }

    /** Places in the training data, from 0. */
    int[] rows() {
        return rows.clone();
    }

    /** One for each of the rows, in their order. */
    Predictions predictions() {
        return predictions;
    }

    /** The answers to these rows of the training data, in this order; all of them were answered. */
    Predictions at(int... wanted) {
        var place = new HashMap<Integer, Integer>();
        for (int i = 0; i < rows.length; i++) {
            place.put(rows[i], i);
        }
        int classes = predictions.classes();
        var kept = new double[wanted.length * classes];
        for (int i = 0; i < wanted.length; i++) {
            for (int label = 0; label < classes; label++) {
                kept[i * classes + label] =
                        predictions.probability(Objects.requireNonNull(place.get(wanted[i])), label);
            }
        }
        return classes == 1 ? Predictions.ofNumbers(kept) : Predictions.of(classes, kept);
    }

    /** Places in the training data that both runs answered, ascending. */
    int[] both(OutOfFold other) {
        var theirs = Arrays.stream(other.rows).boxed().collect(Collectors.toSet());
        return Arrays.stream(rows).filter(theirs::contains).sorted().toArray();
    }
}
