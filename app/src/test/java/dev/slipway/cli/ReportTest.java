package dev.slipway.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.document.Json;
import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.xml.sax.InputSource;
import tools.jackson.databind.JsonNode;

/** The page of a training, and the same as JSON. */
@Tag("slow")
class ReportTest {
    @TempDir
    private Path folder;

    private Desk desk;

    @BeforeEach
    void a_project() throws IOException {
        desk = new Desk(folder);
        desk.project(240);
    }

    @Test
    void a_training_leaves_one_page_that_needs_no_network_and_reads_as_xml() throws Exception {
        desk.slipway("train");

        var seen = desk.slipway("report");

        assertThat(seen.err()).isEmpty();
        assertThat(seen.out()).isEqualTo("wrote report.html\n");
        var page = desk.text("report.html");
        assertThat(page)
                .contains("Candidates", "Quality", "ROC", "Calibration", "Slices", "Labels in doubt", "data.sha256")
                .contains("What the answers rest on")
                .doesNotContain("href=\"http", "src=", "url(");
        var factory = DocumentBuilderFactory.newInstance();
        factory.setFeature("http://apache.org/xml/features/nonvalidating/load-external-dtd", false);
        var parsed = factory.newDocumentBuilder().parse(new InputSource(new StringReader(page)));
        assertThat(parsed.getElementsByTagName("section").getLength()).isGreaterThan(5);
    }

    @Test
    void programs_read_the_same_as_json() {
        desk.slipway("train");
        var run = Json.read("runs", bytes(desk.slipway("runs", "--json").out()), JsonNode.class)
                .path("runs")
                .path(0)
                .path("id")
                .asString();

        var card = Json.read("card", bytes(desk.slipway("report", run, "--json").out()), JsonNode.class);

        assertThat(card.path("format").asInt()).isEqualTo(1);
        assertThat(card.path("model").asString()).isEqualTo("ferry");
        assertThat(card.path("data").path("rows").asInt()).isEqualTo(240);
        assertThat(card.path("candidates").size()).isGreaterThan(1);
        assertThat(card.path("quality").path("roc").path("points").size()).isGreaterThan(2);
        assertThat(card.path("provenance").path("data.sha256").asString()).hasSize(64);
        assertThat(card.path("explanation").path("shuffled").size()).isPositive();
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    @Test
    void a_file_that_is_there_stays_and_a_run_without_a_report_is_said() throws IOException {
        desk.slipway("train");
        desk.file("report.html", "mine");

        var there = desk.slipway("report");
        var unknown = desk.slipway("report", "ffff", "--out", "other.html");

        assertThat(there.code()).isEqualTo(2);
        assertThat(there.err()).contains("FILE-EXISTS").contains("--force");
        assertThat(Files.readString(folder.resolve("report.html"))).isEqualTo("mine");
        assertThat(unknown.code()).isEqualTo(3);
        assertThat(folder.resolve("other.html")).doesNotExist();
    }

    @Test
    void words_of_the_data_stay_words() throws IOException {
        desk.file("bookings.csv", desk.text("bookings.csv").replace(",inside,", ",<script>alert(1)</script>,"));
        desk.file("contract.yaml", desk.text("contract.yaml").replace("inside", "<script>alert(1)</script>"));

        var trained = desk.slipway("train");
        desk.slipway("report");

        assertThat(trained.err()).doesNotContain("problem");
        assertThat(desk.text("report.html")).contains("&lt;script&gt;alert(1)").doesNotContain("<script>alert");
    }
}
