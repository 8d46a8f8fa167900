package dev.slipway.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.document.Document;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@Tag("slow")
class CommandsTest {
    @TempDir
    private Path folder;

    private Desk desk;

    @BeforeEach
    void a_project() throws IOException {
        desk = new Desk(folder);
        desk.project(120);
    }

    @Test
    void every_report_is_json_for_programs() {
        desk.slipway("train");

        for (var command : new String[] {
            "train --json",
            "runs --json",
            "compare --json",
            "gate --json",
            "release --json",
            "releases --json",
            "contract check bookings.csv --json"
        }) {
            var seen = desk.slipway(command.split(" "));
            assertThat(seen.code()).as(command + seen.err()).isZero();
            var root = Document.json(command, seen.out().getBytes(StandardCharsets.UTF_8));
            assertThat(root.root().mapping().names()).as(command).isNotEmpty();
        }
    }

    @Test
    void a_gate_that_says_no_stops_the_release_with_exit_code_1() throws IOException {
        desk.file("slipway.yaml", desk.text("slipway.yaml").replace("by 0.02", "by 0.49"));
        desk.slipway("train");

        var gate = desk.slipway("gate");
        var release = desk.slipway("release");

        assertThat(gate.code()).isEqualTo(1);
        assertThat(gate.out()).contains("failed   beats baseline by 0.49").contains("may not be released");
        assertThat(release.code()).isEqualTo(1);
        assertThat(desk.slipway("releases").out()).contains("nothing was released yet");
    }

    @Test
    void without_a_gate_there_is_no_evidence_and_no_release() throws IOException {
        desk.file("slipway.yaml", desk.text("slipway.yaml").replaceAll("(?m)^gates.*$", ""));
        desk.slipway("train");

        var release = desk.slipway("release");

        assertThat(release.code()).isEqualTo(1);
        assertThat(release.out()).contains("no_evidence").contains("no gate is declared");
    }

    @Test
    void who_and_why_are_in_the_records() {
        desk.slipway("train");
        desk.slipway("release", "--who", "bob", "--why", "agreed, in the meeting");

        assertThat(desk.slipway("releases").out()).contains("bob").contains("agreed, in the meeting");
    }

    @Test
    void one_missing_value_is_answered_as_a_request_is_though_the_contract_allows_few() throws IOException {
        desk.slipway("train");
        desk.slipway("release");
        desk.file("one.csv", "age,cabin,price\n,inside,40.00\n");

        var seen = desk.slipway("predict", "one.csv");

        assertThat(seen.err()).isEmpty();
        assertThat(seen.code()).isZero();
        assertThat(seen.out()).startsWith("row,prediction,probability\n1,");
    }

    @Test
    void values_never_seen_in_training_are_answered_and_counted_on_standard_error() throws IOException {
        desk.file("contract.yaml", desk.text("contract.yaml").replaceAll(", set: \\[[^]]*]", ""));
        desk.slipway("train");
        desk.slipway("release");
        desk.file("new.csv", "age,cabin,price\n30,inside,40.00\n30,suite,40.00\n31,hammock,40.00\n");

        var seen = desk.slipway("predict", "new.csv", "--out", "answers.csv");

        assertThat(seen.code()).isZero();
        assertThat(seen.err())
                .isEqualToIgnoringNewLines(
                        "values never seen in training, answered as the steps say: 'cabin' in 2 rows");
        assertThat(seen.out()).contains("3 of 3 rows answered");
    }

    @Test
    void bad_rows_refuse_the_file_or_are_skipped_and_listed() throws IOException {
        desk.slipway("train");
        desk.slipway("release");
        desk.file("new.csv", "age,cabin,price\n30,inside,40.00\n30,suite,40.00\n");

        var refused = desk.slipway("predict", "new.csv", "--out", "answers.csv");
        var skipped = desk.slipway("predict", "new.csv", "--out", "answers.csv", "--on-bad", "skip");

        assertThat(refused.code()).isEqualTo(1);
        assertThat(refused.err()).contains("cabin is 'suite'", "row 2 (line 3)", "nothing was written");
        assertThat(skipped.code()).isEqualTo(1);
        assertThat(skipped.err()).contains("cabin is 'suite'", "row 2 (line 3)");
        assertThat(skipped.out()).contains("wrote answers.csv: 1 of 2 rows answered by version 1");
        assertThat(folder.resolve("answers.csv"))
                .content()
                .startsWith("row,prediction,probability\n1,")
                .hasLineCount(2);
    }

    @Test
    void the_answers_never_replace_the_rows_they_are_about() throws IOException {
        desk.slipway("train");
        desk.slipway("release");
        var rows = desk.file("new.csv", "age,cabin,price\n30,inside,40.00\n");

        var seen = desk.slipway("predict", "new.csv", "--out", "new.csv");

        assertThat(seen.code()).isEqualTo(2);
        assertThat(seen.err()).contains("PREDICT-OUT");
        assertThat(rows).hasContent("age,cabin,price\n30,inside,40.00\n");
    }

    @Test
    void a_contract_is_written_once_unless_it_is_forced() throws IOException {
        var before = desk.text("contract.yaml");

        var again = desk.slipway("contract", "infer", "bookings.csv", "--out", "contract.yaml");

        assertThat(again.code()).isEqualTo(2);
        assertThat(again.err()).contains("--force");
        assertThat(desk.text("contract.yaml")).isEqualTo(before);
        assertThat(desk.slipway("contract", "infer", "bookings.csv", "--out", "contract.yaml", "--force")
                        .code())
                .isZero();
        assertThat(desk.text("contract.yaml")).isNotEqualTo(before);
    }

    @Test
    void a_person_at_a_terminal_is_asked_for_what_was_not_said() throws IOException {
        var asked = new ArrayList<String>();
        var person = desk.answering(question -> {
            asked.add(question);
            return question.contains("predicted") ? "bought" : question.contains("owns") ? "the data team" : "";
        });

        var seen = person.slipway("new", "asked", "--data", "bookings.csv", "--moves", "upsell");

        assertThat(seen.code()).as(seen.err()).isZero();
        assertThat(asked).hasSize(5).doesNotContain("Which metric is the model to move? ");
        assertThat(Files.readString(folder.resolve("asked/slipway.yaml")))
                .contains("target: bought")
                .contains("moves: upsell")
                .contains("owner: the data team")
                .contains("# cost: what may it cost?");
    }

    @Test
    void a_full_folder_is_refused_before_anybody_is_asked() {
        var asked = new ArrayList<String>();
        var person = desk.answering(question -> {
            asked.add(question);
            return "";
        });

        var seen = person.slipway("new", ".", "--data", "bookings.csv");

        assertThat(seen.code()).isEqualTo(2);
        assertThat(seen.err()).contains("PROJECT-EXISTS");
        assertThat(asked).isEmpty();
    }
}
