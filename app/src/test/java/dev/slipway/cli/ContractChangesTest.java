package dev.slipway.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.document.Document;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code contract diff} and {@code contract test}, as their page shows them. */
class ContractChangesTest {
    private static final String AGE = """
            name: people
            columns:
              age: {type: integer, min: 0, max: 120}
            """;

    @TempDir
    private Path folder;

    private Desk desk;

    @BeforeEach
    void two_contracts() throws IOException {
        desk = new Desk(folder);
        desk.file("contract.yaml", AGE + "  cabin: {type: category, set: [inside, outside]}\n");
        desk.file(
                "proposed.yaml",
                AGE.replace("min: 0", "missing: 0.1, min: 18")
                        + "  cabin: {type: category, set: [inside, outside, suite]}\n");
    }

    private static String page() throws IOException {
        return Files.readString(Path.of(System.getProperty("slipway.root"), "docs", "contract-changes.md"));
    }

    @Test
    void the_difference_of_the_page_is_what_the_command_says() throws IOException {
        var seen = desk.slipway("contract", "diff", "contract.yaml", "proposed.yaml");

        assertThat(seen.code()).as(seen.err()).isEqualTo(1);
        assertThat(page()).contains("```text\n" + seen.out().replace("\r\n", "\n") + "```");
    }

    @Test
    void whose_break_counts_can_be_asked() {
        assertThat(desk.slipway("contract", "diff", "contract.yaml", "contract.yaml")
                        .out())
                .isEqualToIgnoringNewLines("nothing changed");
        assertThat(desk.slipway("contract", "diff", "contract.yaml", "proposed.yaml", "--for", "nobody")
                        .code())
                .isZero();
        var seen = desk.slipway("contract", "diff", "contract.yaml", "proposed.yaml", "--for", "both", "--json");
        assertThat(seen.code()).isEqualTo(1);
        assertThat(Document.json("diff", seen.out().getBytes(StandardCharsets.UTF_8))
                        .root()
                        .mapping()
                        .list("changes"))
                .hasSize(3);
    }

    @Test
    void the_proof_of_the_page_is_what_the_command_says() throws IOException {
        desk.file("contract.yaml", AGE);

        var seen = desk.slipway("contract", "test");

        assertThat(seen.code()).as(seen.err()).isZero();
        assertThat(page()).contains("```text\n" + seen.out().replace("\r\n", "\n") + "```");
    }

    @Test
    void a_contract_inferred_from_data_is_proven_in_them() throws IOException {
        desk.bookings("bookings.csv", 300);
        desk.slipway("contract", "infer", "bookings.csv", "--out", "bookings.yaml");

        var drawn = desk.slipway("contract", "test", "bookings.yaml", "--json");
        var given = desk.slipway("contract", "test", "bookings.yaml", "--data", "bookings.csv");

        assertThat(drawn.code()).as(drawn.out()).isZero();
        assertThat(given.code()).as(given.out()).isZero();
        assertThat(given.out()).contains("20 good rows of bookings.csv");
    }

    @Test
    void data_without_a_good_row_prove_nothing() throws IOException {
        desk.file("bad.csv", "age,cabin\nx,y\n");

        var seen = desk.slipway("contract", "test", "--data", "bad.csv");

        assertThat(seen.code()).isEqualTo(1);
        assertThat(seen.err()).contains("PROOF-NO-ROWS");
    }
}
