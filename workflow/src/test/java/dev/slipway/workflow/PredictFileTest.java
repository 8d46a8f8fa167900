package dev.slipway.workflow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.slipway.contract.Contract;
import dev.slipway.contract.ContractColumn;
import dev.slipway.contract.Extra;
import dev.slipway.database.StateFolder;
import dev.slipway.database.Witness;
import dev.slipway.expression.Expression;
import dev.slipway.local.LocalEngine;
import dev.slipway.model.Card;
import dev.slipway.model.FittedPipeline;
import dev.slipway.model.ModelFolder;
import dev.slipway.model.RuleModel;
import dev.slipway.model.ServedModel;
import dev.slipway.model.Target;
import dev.slipway.profile.Profile;
import dev.slipway.profile.Reference;
import dev.slipway.source.CsvFormat;
import dev.slipway.source.CsvSink;
import dev.slipway.source.Source;
import dev.slipway.table.ColumnType;
import dev.slipway.table.NumberColumn;
import dev.slipway.table.Table;
import dev.slipway.testkit.TravellingEngine;
import dev.slipway.tracking.Run;
import dev.slipway.tracking.RunStatus;
import java.io.IOException;
import java.io.StringWriter;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PredictFileTest {
    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");
    private static final InstantSource CLOCK = InstantSource.fixed(NOON);
    private static final Contract AGES = new Contract(
            "ages",
            Extra.REFUSE,
            List.of(ContractColumn.of("age", ColumnType.NUMBER)
                    .withRange(0, 120)
                    .withMissing(0.1)));

    private static final Target OLD = new Target.Classes("old", List.of("no", "yes"));

    @TempDir
    private Path folder;

    private Place place;

    @BeforeEach
    void a_model_that_answers_a_third_of_the_age_in_percent() {
        var state =
                StateFolder.open(folder.resolve("state"), Duration.ZERO, CLOCK).orBusy();
        place = new Here(Workspace.open(state, Witness.NONE, CLOCK));
        var training = Run.running(Run.freshId(), "ages", "train", NOON);
        place.ask(StartRun.OPERATION, training);
        var run = Run.running(Run.freshId(), "ages", "rule", NOON).under(training);
        var model = new ServedModel(
                AGES,
                new FittedPipeline(List.of(), new RuleModel(Expression.parse("COALESCE(age, 0) / 300"), OLD), OLD),
                new Card("ages", run.id(), "rule", new TreeMap<>(), new TreeMap<>(), new TreeMap<>()));
        ModelFolder.write(
                folder.resolve("model"),
                model,
                Reference.of(Profile.of(Table.of(NumberColumn.of("age", 10, 20, 30, 40, 50, 60, 70, 80, 90, 100)))));
        var over = run.withModel(place.put(folder.resolve("model"))).ended(RunStatus.FINISHED, NOON);
        place.ask(
                RecordTraining.OPERATION,
                new RecordTraining.Question(
                        "ages", training.ended(RunStatus.FINISHED, NOON), List.of(over), over.id(), "ann"));
    }

    @AfterEach
    void closed() {
        place.close();
    }

    @Test
    void every_row_gets_its_number_its_label_and_the_shortest_digits_of_its_probability() throws IOException {
        var out = new StringWriter();

        var answer = print("age\n10\n\"\"\n100\n", out, false);

        assertThat(out).hasToString("""
                row,prediction,probability
                1,no,0.03333333333333333
                2,no,0.0
                3,no,0.3333333333333333
                """);
        assertThat(answer.scored()).isEqualTo(3);
    }

    @Test
    void one_bad_row_refuses_the_file_by_name_and_nothing_is_written() throws IOException {
        var out = folder.resolve("answers.csv");

        assertThatThrownBy(() -> write("age\n10\n212\nx\n", out, false))
                .hasMessageContaining("age is 212, outside [0, 120]")
                .hasMessageContaining("row 2 (line 3)")
                .hasMessageContaining("age is 'x', which is not a number")
                .hasMessageContaining("2 of 3 rows break the model's contract: nothing was written")
                .hasMessageContaining("--on-bad skip");
        assertThat(out).doesNotExist();
    }

    @Test
    void bad_rows_can_be_left_out_and_are_listed_then() throws IOException {
        var out = folder.resolve("answers.csv");

        var answer = write("age\n10\n212\n1,2\n30\n", out, true);

        assertThat(out).hasContent("row,prediction,probability\n1,no,0.03333333333333333\n4,no,0.1\n");
        assertThat(answer.bad())
                .singleElement()
                .satisfies(finding -> assertThat(finding.record()).isEqualTo(2));
        assertThat(answer.unreadable()).hasSize(1);
        assertThat(answer.rows()).isEqualTo(4);
        assertThat(answer.scored()).isEqualTo(2);
    }

    @Test
    void a_column_too_many_cannot_be_skipped() {
        assertThatThrownBy(() -> print("age,sex\n10,m\n", new StringWriter(), true))
                .hasMessageContaining("column 'sex'")
                .hasMessageContaining("give the file the columns the model was trained on");
    }

    @Test
    void a_column_that_is_not_there_cannot_be_skipped_either() {
        assertThatThrownBy(() -> print("sex\nm\n", new StringWriter(), true)).hasMessageContaining("column 'age'");
    }

    private PredictFile.Answer print(String csv, Writer out, boolean skipBad) throws IOException {
        return new PredictFile(place, new TravellingEngine(new LocalEngine(2)))
                .print(question(), source(csv), out, skipBad);
    }

    private PredictFile.Answer write(String csv, Path file, boolean skipBad) throws IOException {
        try (var sink = new CsvSink(file, CsvFormat.COMMA)) {
            return new PredictFile(place, new TravellingEngine(new LocalEngine(2)))
                    .run(question(), source(csv), sink, skipBad);
        }
    }

    private static FindModel.Question question() {
        return new FindModel.Question("ages", "ages", Optional.of(1));
    }

    private Source source(String csv) throws IOException {
        return Source.of(Files.writeString(folder.resolve("rows.csv"), csv));
    }
}
