package dev.slipway.portrait;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.local.LocalEngine;
import dev.slipway.portrait.Together.ByTarget;
import dev.slipway.portrait.Together.Step;
import dev.slipway.source.Source;
import dev.slipway.workflow.ProfileData;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PortraitsTest {
    @TempDir
    private Path folder;

    private Portrait portrait(String csv, int samples, String target, String... by) throws IOException {
        var file = Files.writeString(folder.resolve("data.csv"), csv);
        var wish = new Portraits.Wish(
                Optional.of(target).filter(name -> !name.isEmpty()),
                5,
                samples,
                by.length == 0 ? Optional.empty() : Optional.of(by[0]));
        try (var engine = new LocalEngine(2)) {
            return new ProfileData(engine).portrait(Source.of(file), "data.csv", wish);
        }
    }

    /** Who is old buys; the receipt is only there for who bought; the rest is chance. */
    private static String shop() {
        var random = new SplittableRandom(11);
        var csv = new StringBuilder("age,town,receipt,bought\n");
        for (int row = 0; row < 600; row++) {
            int age = 18 + random.nextInt(60);
            boolean bought = random.nextInt(100) < (age > 45 ? 80 : 20);
            csv.append(String.format(
                    Locale.ROOT,
                    "%s,%s,%s,%s%n",
                    row % 10 == 0 ? "" : Integer.toString(age),
                    row % 3 == 0 ? "Turku" : "Oulu",
                    bought ? Integer.toString(random.nextInt(5)) : "",
                    bought ? "yes" : "no"));
        }
        return csv.toString().replace("\r\n", "\n");
    }

    @Test
    void the_target_runs_along_the_values_of_a_column_in_steps_that_are_all_rows() throws IOException {
        var age = portrait(shop(), 0, "bought").together().byTarget().stream()
                .filter(column -> column.column().equals("age"))
                .findFirst()
                .orElseThrow();

        assertThat(age.of()).isEqualTo("share of 'yes'");
        assertThat(age.steps().stream().mapToLong(Step::rows).sum()).isEqualTo(600);
        assertThat(age.steps().get(0).target()).isLessThan(0.4);
        assertThat(age.steps().get(7).target()).isGreaterThan(0.6);
        assertThat(age.steps().get(8).label()).isEqualTo("(no value)");
        assertThat(age.explained()).isBetween(0.2, 0.6);
    }

    @Test
    void what_gives_the_answer_away_is_among_the_first_remarks_and_stands_at_its_column() throws IOException {
        var portrait = portrait(shop(), 0, "bought");

        assertThat(portrait.remarks().get(0).weight()).isEqualTo(Remark.Weight.DANGER);
        assertThat(portrait.remarks())
                .filteredOn(remark -> remark.weight() == Remark.Weight.DANGER)
                .extracting(Remark::column)
                .contains("receipt");
        assertThat(portrait.find("receipt").orElseThrow().remarks().get(0).brief())
                .isEqualTo("leak suspect");
        assertThat(portrait.together().byTarget())
                .extracting(ByTarget::column)
                .doesNotContain("bought")
                .startsWith("receipt");
    }

    @Test
    void without_a_target_nothing_is_said_about_one() throws IOException {
        var portrait = portrait(shop(), 0, "");

        assertThat(portrait.together().byTarget()).isEmpty();
        assertThat(portrait.together().leaks()).isEmpty();
        assertThat(portrait.next()).isEqualTo("slipway contract infer data.csv");
    }

    @Test
    void columns_that_are_missing_together_are_counted() throws IOException {
        var missing = portrait("a,b,c\n1,,\n2,,\n3,x,y\n4,,y\n", 0, "").missing();

        assertThat(missing.combinations())
                .extracting(combination -> String.join("+", combination.columns()) + "=" + combination.rows())
                .containsExactlyInAnyOrder("b+c=2", "=1", "b=1");
        assertThat(missing.others()).isZero();
    }

    @Test
    void example_rows_are_the_same_every_time_and_every_value_takes_its_turn() throws IOException {
        var first = portrait(shop(), 4, "", "bought").samples().orElseThrow();
        var again = portrait(shop(), 4, "", "bought").samples().orElseThrow();

        assertThat(first).isEqualTo(again);
        assertThat(first.rows()).extracting(Samples.Row::stratum).containsExactly("no", "no", "yes", "yes");
        assertThat(portrait(shop(), 1_000, "").samples().orElseThrow().rows()).hasSize(600);
    }

    @Test
    void a_value_for_each_row_is_shown_however_many_there_are_and_whole_numbers_have_a_bar_each() throws IOException {
        var csv = new StringBuilder("stars\n");
        for (int i = 0; i < 100; i++) {
            csv.append(i % 5 + 1).append('\n');
        }

        var stars = portrait(csv.toString(), 0, "").columns().get(0);

        assertThat(stars.bins())
                .hasSize(5)
                .allMatch(bin -> bin.low() == bin.high() && bin.count().value() == 20);
        assertThat(stars.spread().orElseThrow().median()).isEqualTo(3);
        assertThat(stars.top()).hasSize(5);
    }
}
