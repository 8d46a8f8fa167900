package dev.slipway.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.document.Document;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@Tag("slow")
class ExplainCommandTest {
    @TempDir
    private Path folder;

    private Desk desk;

    @BeforeEach
    void a_project() throws IOException {
        desk = new Desk(folder);
        desk.project(400);
        desk.file("new.csv", "age,cabin,price\n30,inside,40.00\n,inside,40.00\n30,suite,40.00\n");
    }

    @Test
    void a_model_says_what_it_is_and_which_columns_it_rests_on() {
        desk.slipway("train");

        var seen = desk.slipway("explain");

        assertThat(seen.err()).isEmpty();
        assertThat(seen.code()).isZero();
        assertThat(seen.out())
                .contains("ferry version 1 (run ", "): logistic, a weighted sum of 5 numbers")
                .contains("its answers depend on: age, cabin, price")
                .contains("What roc_auc (", " here) loses when a column is shuffled")
                .contains("How 'yes' goes with cabin, everything else as it is")
                .contains("(missing)");
        assertThat(seen.out().lines().filter(line -> !line.startsWith("figures of")))
                .allMatch(line -> line.length() <= 100);
    }

    @Test
    void a_row_is_followed_from_its_values_through_each_step_to_its_probability() {
        desk.slipway("train");

        var seen = desk.slipway("explain", "--row", "2", "--data", "new.csv");

        assertThat(seen.err()).isEmpty();
        assertThat(seen.code()).isZero();
        assertThat(seen.out())
                .contains("new.csv, row 2 (line 3), answered by ferry version 1")
                .contains("raw        age (missing) · cabin inside · price 40.0")
                .contains("impute     age (missing) → 45, age_missing true")
                .contains("onehot     cabin inside → cabin=inside true (1 other false)")
                .contains("What each column adds to the margin of 'yes'")
                .contains("(base)", "(margin)", "base: the mean of 400 rows of ")
                .containsPattern("yes {2}0\\.[0-9]+");
        assertThat(seen.out().lines().filter(line -> line.startsWith("  ") && !line.contains("base:")))
                .allMatch(line -> line.length() <= 100);
        assertThat(desk.slipway("predict", "new.csv", "--on-bad", "skip", "--model-version", "1")
                        .out())
                .contains(seen.out().replaceAll("(?s).* yes {2}", "").strip());
    }

    @Test
    void a_record_is_explained_as_a_request_would_be_answered() {
        desk.slipway("train");

        var good = desk.slipway("explain", "--record", "{\"age\": 52, \"cabin\": \"none\", \"price\": 40}", "--json");
        var bad = desk.slipway("explain", "--record", "{\"age\": 52, \"cabin\": \"suite\", \"price\": 40}");

        assertThat(good.code()).isZero();
        var root = Document.json("explain", good.out().getBytes(StandardCharsets.UTF_8))
                .root()
                .mapping();
        assertThat(root.names()).contains("model", "summary", "explanation");
        assertThat(bad.code()).isEqualTo(1);
        assertThat(bad.err()).contains("cabin is 'suite'");
    }

    @Test
    void a_rule_has_no_margin_and_its_probability_is_shared_out() {
        desk.slipway("train", "--only", "rule");

        var model = desk.slipway("explain");
        var row = desk.slipway("explain", "--row", "1", "--data", "new.csv");

        assertThat(model.out())
                .contains("rule, the rule CASE WHEN cabin = 'inside' THEN 0.7 ELSE 0.3 END")
                .contains("its answers depend on: cabin")
                .doesNotContain("margin");
        assertThat(row.out())
                .contains("raw        cabin inside")
                .contains("What each column adds to the probability of 'yes'")
                .containsPattern("cabin +inside +\\+0\\.[0-9]+")
                .containsPattern("\\(probability\\) +\\+0\\.7000")
                .contains("  yes  0.7");
    }

    @Test
    void a_constant_has_nothing_to_share_out() {
        desk.slipway("train", "--only", "baseline");

        assertThat(desk.slipway("explain").out()).contains("the same answer for every row", "depend on: nothing");
        assertThat(desk.slipway("explain", "--row", "1", "--data", "new.csv").out())
                .contains("The model is the same answer for every row; nothing can be shared out");
    }

    @Test
    void the_worst_rows_are_told_with_what_they_share() throws IOException {
        desk.slipway("train", "--only", "rule");
        desk.bookings("labelled.csv", 300);
        desk.file(
                "labelled.csv",
                desk.text("labelled.csv")
                        .replaceAll("(?m)^(.*,inside,[^,]*),(yes|no)$", "$1,no")
                        .replaceAll("(?m)^(.*,none,[^,]*),(yes|no)$", "$1,no"));

        var seen = desk.slipway("explain", "--errors", "--data", "labelled.csv");

        assertThat(seen.err()).isEmpty();
        assertThat(seen.code()).isZero();
        assertThat(seen.out())
                .containsPattern("the worst [0-9]+ rows carry")
                .contains("cabin = 'inside'")
                .contains("The worst rows", "labelled.csv, row ");
    }

    @Test
    void errors_in_the_training_data_are_of_answers_out_of_fold_and_of_the_same_data() throws IOException {
        desk.slipway("train", "--only", "logistic");

        var seen = desk.slipway("explain", "--errors");
        desk.file("bookings.csv", desk.text("bookings.csv") + "B99999,30,none,10.00,yes\n");
        var changed = desk.slipway("explain", "--errors");

        assertThat(seen.err()).isEmpty();
        assertThat(seen.out()).contains(" on 400 rows of ", "each row was answered by a model that had not seen it");
        assertThat(changed.code()).isEqualTo(1);
        assertThat(changed.err()).contains("EXPLAIN-DATA-CHANGED");
    }

    @Test
    void a_row_number_that_several_files_have_is_asked_back() throws IOException {
        desk.slipway("train", "--only", "rule");
        Files.createDirectories(folder.resolve("many"));
        desk.file("many/a.csv", "age,cabin,price\n30,inside,40.00\n");
        desk.file("many/b.csv", "age,cabin,price\n30,none,40.00\n40,inside,40.00\n");

        assertThat(desk.slipway("explain", "--row", "1", "--data", "many").err())
                .contains("EXPLAIN-ROW-SEVERAL", "2 of the files have a row 1", "--data ");
        assertThat(desk.slipway("explain", "--row", "2", "--data", "many").out())
                .contains("b.csv, row 2 (line 3)");
    }

    @Test
    void clusters_are_explained_without_a_truth() throws IOException {
        desk.slipway("contract", "infer", "bookings.csv", "--out", "contract.yaml", "--force");
        desk.file("slipway.yaml", """
                name: crowd
                data: {train: bookings.csv}
                features:
                  - impute: {columns: [age], with: median}
                  - onehot: {columns: [cabin, bought]}
                candidates:
                  - kmeans: {}
                train: {budget: 20s, trials: 0}
                """);
        var trained = desk.slipway("train");

        var model = desk.slipway("explain");
        var row = desk.slipway("explain", "--row", "3");

        assertThat(trained.err()).doesNotContain("where:");
        assertThat(model.err()).isEmpty();
        assertThat(model.out()).contains("centres, of which the nearest is the answer", "How '1' goes with age");
        assertThat(row.err()).isEmpty();
        assertThat(row.out()).contains("bookings.csv, row 3", "What each column adds to the probability of '1'");
        assertThat(desk.slipway("explain", "--errors").err()).contains("EXPLAIN-NO-TARGET");
    }

    @Test
    void rows_that_flipped_between_two_models_are_told_with_what_they_share() throws IOException {
        desk.slipway("train", "--only", "rule");
        desk.file("slipway.yaml", desk.text("slipway.yaml").replace("cabin = 'inside' THEN", "age > 45 THEN"));
        desk.slipway("train", "--only", "rule");

        var seen = desk.slipway("explain", "1", "--against", "ferry:2");
        var same = desk.slipway("explain", "2", "--against", "2");

        assertThat(seen.err()).isEmpty();
        assertThat(seen.out())
                .contains("ferry version 2 answers ", " of 400 rows of ", "otherwise than ferry version 1")
                .contains("cabin = ", "age ", "Those that moved furthest");
        assertThat(same.out()).contains("answers 0 of 400 rows");
    }

    @Test
    void what_cannot_be_explained_is_said_with_what_to_do() {
        var early = desk.slipway("explain");
        desk.slipway("train", "--only", "rule");

        assertThat(early.code()).isEqualTo(3);
        assertThat(early.err()).contains("MODEL-NONE", "slipway train");
        assertThat(desk.slipway("explain", "--row", "9", "--data", "new.csv").err())
                .contains("EXPLAIN-ROW", "no readable row 9; the file has 3", "from 1 to 3");
        assertThat(desk.slipway("explain", "--row", "3", "--data", "new.csv").err())
                .contains("cabin is 'suite'", "row 3 (line 4)");
        assertThat(desk.slipway("explain", "--errors", "--data", "new.csv").err())
                .contains("EXPLAIN-UNLABELLED", "no usable column 'bought'");
        assertThat(desk.slipway("explain", "fery").err()).contains("MODEL-UNKNOWN", "did you mean 'ferry'?");
        assertThat(desk.slipway("explain", "7").err()).contains("has no version 7");
        assertThat(desk.slipway("explain", "--row", "1", "--errors").err()).contains("EXPLAIN-TWICE");
        assertThat(desk.slipway("explain", "--record", "{\"cabn\": \"none\"}").err())
                .contains("did you mean 'cabin'?");
        assertThat(desk.slipway("explain", "--record", "{\"cabin\": ").err()).contains("JSON-MALFORMED");
    }
}
