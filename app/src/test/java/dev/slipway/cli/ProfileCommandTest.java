package dev.slipway.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.document.Document;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProfileCommandTest {
    @TempDir
    private Path folder;

    private Desk desk;

    @BeforeEach
    void some_bookings() throws IOException {
        desk = new Desk(folder);
        desk.bookings("bookings.csv", 200);
    }

    @Test
    void each_column_is_a_line_with_a_picture_and_the_way_on_is_the_last_word() {
        var seen = desk.slipway("profile", "bookings.csv", "--target", "bought");

        assertThat(seen.code()).as(seen.err()).isZero();
        assertThat(seen.out())
                .contains("bookings.csv: 200 rows, 5 columns, target bought")
                .containsPattern("booking +text +0% +200 .*key-like")
                .containsPattern("age +integer +[0-9.]+% +[0-9]+  [ ▁▂▃▄▅▆▇█]{10} ")
                .containsPattern("bought .*target")
                .contains("next: slipway contract infer bookings.csv --target bought");
        assertThat(seen.out().lines()).allMatch(line -> line.length() <= 100);
    }

    @Test
    void a_screen_of_ascii_is_shown_ascii() {
        desk.set("LC_ALL", "C");

        var out = desk.slipway("profile", "bookings.csv").out();

        assertThat(out).containsPattern("age +integer");
        assertThat(out.lines().filter(line -> line.contains("  age ")))
                .allMatch(line -> !line.matches(".*[▁▂▃▄▅▆▇█].*"));
    }

    @Test
    void json_has_everything_and_says_what_is_exact() {
        var seen = desk.slipway("profile", "bookings.csv", "--json");

        assertThat(seen.code()).as(seen.err()).isZero();
        var root = Document.json("profile", seen.out().getBytes(StandardCharsets.UTF_8))
                .root()
                .mapping();
        assertThat(root.names())
                .startsWith("source", "rows", "unreadable", "columns")
                .contains("remarks");
        var age = root.list("columns").get(1).mapping();
        assertThat(age.text("name")).isEqualTo("age");
        assertThat(age.mapping("distinct").bool("exact")).isTrue();
        assertThat(age.list("quantiles")).hasSize(7);
        assertThat(age.list("histogram")).isNotEmpty();
    }

    @Test
    void a_stored_profile_is_what_a_contract_compares_distributions_with() throws IOException {
        desk.slipway("contract", "infer", "bookings.csv", "--out", "contract.yaml");
        Files.writeString(
                folder.resolve("contract.yaml"),
                "distributions: {profile: usual.profile.json, columns: [age]}\n",
                StandardOpenOption.APPEND);

        var without = desk.slipway("contract", "check", "bookings.csv");
        var stored = desk.slipway("profile", "bookings.csv", "--store", "usual.profile.json");
        var with = desk.slipway("contract", "check", "bookings.csv");

        assertThat(without.code()).isEqualTo(3);
        assertThat(without.err()).contains("slipway profile FILE --store ").contains("usual.profile.json");
        assertThat(stored.code()).as(stored.err()).isZero();
        assertThat(with.code()).as(with.out() + with.err()).isZero();
    }

    @Test
    void a_page_is_written_once_and_replaced_only_when_that_is_said() throws IOException {
        assertThat(desk.slipway("profile", "bookings.csv", "--html", "page.html")
                        .out())
                .contains("wrote page.html");
        assertThat(Files.readString(folder.resolve("page.html"))).startsWith("<!DOCTYPE html>");

        var again = desk.slipway("profile", "bookings.csv", "--html", "page.html");
        assertThat(again.code()).isEqualTo(2);
        assertThat(again.err()).contains("FILE-EXISTS").contains("--force");
        assertThat(desk.slipway("profile", "bookings.csv", "--html", "page.html", "--force")
                        .code())
                .isZero();
    }

    @Test
    void two_hundred_columns_and_hostile_names_fit_the_screen() throws IOException {
        var names = IntStream.range(0, 200)
                .mapToObj(i -> i % 2 == 0 ? "\u001b[31mname " + i : "a very long name indeed, number " + i)
                .map(name -> "\"" + name + "\"")
                .collect(Collectors.joining(","));
        var row = IntStream.range(0, 200).mapToObj(i -> "value " + i).collect(Collectors.joining(","));
        desk.file("wide.csv", names + "\n" + (row + "\n").repeat(3));

        var seen = desk.slipway("profile", "wide.csv");

        assertThat(seen.code()).as(seen.err()).isZero();
        assertThat(seen.out()).doesNotContain("\u001b").contains("and 100 columns more");
        assertThat(seen.out().lines()).allMatch(line -> line.length() <= 100);
    }

    @Test
    void what_cannot_be_is_said_with_what_can() throws IOException {
        var target = desk.slipway("profile", "bookings.csv", "--target", "bougt");
        assertThat(target.code()).isEqualTo(2);
        assertThat(target.err()).contains("did you mean 'bought'?");

        assertThat(desk.slipway("profile", "nowhere.csv").code()).isEqualTo(3);
        assertThat(desk.slipway("profile", "bookings.csv", "--top", "0").code()).isEqualTo(2);

        desk.file("empty.csv", "a,b\n");
        var empty = desk.slipway("profile", "empty.csv");
        assertThat(empty.code()).isEqualTo(1);
        assertThat(empty.err()).contains("there is a header and no row");
    }
}
