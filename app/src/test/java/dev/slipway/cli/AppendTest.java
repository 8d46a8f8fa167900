package dev.slipway.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.document.Document;
import dev.slipway.profile.Profile;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code contract check --append}: increments of good rows grow a profile. */
class AppendTest {
    private static final String MONDAY = "name,age\nAnn,22\nBob,31\n";
    private static final String TUESDAY = "age,name\n44,Cid\n5,Dee\n60,Eve\n";

    @TempDir
    private Path folder;

    private Desk desk;

    @BeforeEach
    void a_contract_and_two_days() throws IOException {
        desk = new Desk(folder);
        desk.file("contract.yaml", """
                name: people
                columns:
                  name: {type: text, unique: true}
                  age: {type: number, min: 0, max: 120}
                """);
        desk.file("monday.csv", MONDAY);
        desk.file("tuesday.csv", TUESDAY);
    }

    private Desk.Seen append(String file) {
        return desk.slipway("contract", "check", file, "--append", "people.json");
    }

    private Profile profile() throws IOException {
        return Profile.read(
                Document.json("people.json", desk.text("people.json").getBytes(StandardCharsets.UTF_8)));
    }

    @Test
    void increments_in_any_order_of_columns_are_one_profile() throws IOException {
        var first = append("monday.csv");
        var second = append("tuesday.csv");

        assertThat(first.code()).as(first.err()).isZero();
        assertThat(second.err()).contains("appended 3 rows to people.json: 5 rows of 2 files");
        desk.file("week.csv", MONDAY + "Cid,44\nDee,5\nEve,60\n");
        desk.slipway("contract", "check", "week.csv", "--append", "week.json");
        assertThat(profile().rows()).isEqualTo(5);
        assertThat(profile().columns())
                .zipSatisfy(
                        Profile.read(Document.json(
                                        "week.json", desk.text("week.json").getBytes(StandardCharsets.UTF_8)))
                                .columns(),
                        (grown, whole) -> {
                            assertThat(grown.moments()).isEqualTo(whole.moments());
                            assertThat(grown.distinct()).isEqualTo(whole.distinct());
                            assertThat(grown.lengths()).isEqualTo(whole.lengths());
                        });
    }

    @Test
    void the_same_content_is_appended_once_whatever_it_is_called() throws IOException {
        append("monday.csv");
        String before = desk.text("people.json");
        desk.file("copy.csv", MONDAY);

        var again = append("copy.csv");

        assertThat(again.code()).isEqualTo(1);
        assertThat(again.err()).contains("APPEND-TWICE").contains("as monday.csv with 2 rows");
        assertThat(desk.text("people.json")).isEqualTo(before);
    }

    @Test
    void bad_rows_leave_the_profile_as_it_was() throws IOException {
        append("monday.csv");
        String before = desk.text("people.json");
        desk.file("bad.csv", "name,age\nFay,1\nGus,212\n");

        var refused = append("bad.csv");

        assertThat(refused.code()).isEqualTo(1);
        assertThat(refused.out()).contains("age is 212");
        assertThat(refused.err()).contains("nothing was appended to people.json");
        assertThat(desk.text("people.json")).isEqualTo(before);
    }

    @Test
    void a_unique_value_of_an_earlier_file_is_refused() throws IOException {
        append("monday.csv");
        String before = desk.text("people.json");
        desk.file("again.csv", "name,age\nAnn,23\nHal,50\n");

        var refused = append("again.csv");

        assertThat(refused.code()).isEqualTo(1);
        assertThat(refused.err()).contains("APPEND-REPEATS: 1 values of 'name' came in earlier rows already");
        assertThat(desk.text("people.json")).isEqualTo(before);
    }

    @Test
    void other_columns_are_refused() throws IOException {
        append("monday.csv");
        desk.file("contract.yaml", desk.text("contract.yaml") + "  sex: {type: text, required: false}\n");
        desk.file("wide.csv", "name,age,sex\nIda,9,f\n");

        var refused = append("wide.csv");

        assertThat(refused.code()).isEqualTo(1);
        assertThat(refused.err()).contains("APPEND-COLUMNS").contains("sex (text)");
    }

    @Test
    void what_is_no_profile_is_said_before_the_data_are_read() throws IOException {
        desk.file("people.json", "{\"rows\": 1}");

        var refused = append("monday.csv");

        assertThat(refused.code()).isEqualTo(2);
        assertThat(refused.err()).contains("people.json").doesNotContain("\tat ");
        assertThat(refused.out()).isEmpty();
    }
}
