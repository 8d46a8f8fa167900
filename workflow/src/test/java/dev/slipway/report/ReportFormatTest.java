package dev.slipway.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.document.Document;
import dev.slipway.document.Json;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ReportFormatTest {
    private static final String HOSTILE =
            "</td><script>alert(1)</script>\u0000\u001b[31m\ufffe\ud800 \"'&%\r\n::error::,";

    private static final Entry AGE = entry("CONTRACT-RANGE", "age", true, 2, "212");
    private static final Entry SEX = entry("CONTRACT-SET", "sex", false, 3, HOSTILE);
    private static final Entry TORN = new Entry(
            "SOURCE-UNREADABLE", "", "", true, "people.csv", 4, 5, "", "has 1 field", "", "correct the record");
    private static final Summary SOME = new Summary(
            "people",
            "people.csv",
            9,
            7,
            1,
            1,
            List.of(group(AGE, 1), group(SEX, 1), group(TORN, 1)),
            List.of(new Summary.Kept("CONTRACT-TYPE", "age", "")));

    private static Entry entry(String code, String column, boolean fails, long record, String value) {
        return new Entry(
                code,
                column,
                "",
                fails,
                "people.csv",
                record,
                record + 1,
                value,
                column + " is " + value,
                "120",
                "mend it");
    }

    private static Group group(Entry entry, long count) {
        return new Group(entry.code(), entry.column(), entry.name(), entry.fails(), count, List.of(entry));
    }

    private static String write(ReportFormat format, Summary summary, List<Entry> entries) {
        var out = new StringBuilder();
        write(format.on(out), summary, entries);
        return out.toString();
    }

    private static void write(ReportWriter writer, Summary summary, List<Entry> entries) {
        writer.begin(summary);
        entries.forEach(writer::each);
        writer.end();
    }

    private static String some(ReportFormat format) {
        return write(format, SOME, List.of(AGE, SEX, TORN));
    }

    /** Every start tag with its attributes, such as {@code failure type=CONTRACT-RANGE}; fails where the XML is not well-formed. */
    private static List<String> tags(String xml) throws XMLStreamException {
        var tags = new ArrayList<String>();
        var factory = XMLInputFactory.newInstance();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        var reader =
                factory.createXMLStreamReader(new ByteArrayInputStream(xml.getBytes(StandardCharsets.UTF_8)), "UTF-8");
        while (reader.hasNext()) {
            if (reader.next() == XMLStreamConstants.START_ELEMENT) {
                var tag = new StringBuilder(reader.getLocalName());
                for (int i = 0; i < reader.getAttributeCount(); i++) {
                    tag.append(' ')
                            .append(reader.getAttributeLocalName(i))
                            .append('=')
                            .append(reader.getAttributeValue(i));
                }
                tags.add(tag.toString());
            }
        }
        return tags;
    }

    @Test
    void text_shows_the_groups_with_their_first_rows_and_steers_no_terminal() {
        assertThat(some(ReportFormat.TEXT)).startsWith("""
                9 rows: 7 good, 1 bad, 1 unreadable, 1 warnings

                CONTRACT-RANGE, column 'age': 1
                    age is 212
                      people.csv, row 2 (line 3), column 'age'
                  fix: mend it

                CONTRACT-SET, column 'sex': 1 (warning)
                """).doesNotContain("\u001b", "\r", "every row");
    }

    @Test
    void text_says_how_many_more_there_are_and_how_to_see_them() {
        var many = new Group(
                "CONTRACT-RANGE",
                "age",
                "",
                true,
                1_000_000,
                IntStream.range(0, 100).mapToObj(i -> AGE).toList());

        var text = write(ReportFormat.TEXT, with(many), List.of());

        assertThat(text).contains("… and 999990 more; print them with --all").hasLineCount(25);
    }

    private static Summary with(Group... groups) {
        return new Summary("people", "people.csv", 2_000_000, 1, 1, 0, List.of(groups), List.of());
    }

    @Test
    void text_with_every_row_names_them_after_the_groups() {
        var out = new StringBuilder();

        write(ReportFormat.everyRow(out), SOME, List.of(AGE, TORN));

        assertThat(out.toString()).endsWith("""

                every row:
                    age is 212
                      people.csv, row 2 (line 3), column 'age'
                    has 1 field
                      people.csv, row 4 (line 5)
                """);
    }

    @Test
    void json_is_one_document_with_every_entry() {
        var root = Document.json("report", some(ReportFormat.JSON).getBytes(StandardCharsets.UTF_8))
                .root()
                .mapping();

        assertThat(root.names())
                .containsExactly(
                        "contract",
                        "file",
                        "passed",
                        "rows",
                        "good",
                        "bad",
                        "unreadable",
                        "failures",
                        "warnings",
                        "groups",
                        "findings");
        assertThat(root.list("findings")).hasSize(3);
    }

    @Test
    void json_of_nothing_found_is_a_document_too() {
        var json = write(ReportFormat.JSON, with(), List.of());

        Json.read("report", json, Map.class);
        assertThat(json).contains("\"passed\": true").contains("\"findings\": []");
    }

    @Test
    void ndjson_has_one_entry_a_line_and_the_figures_last() {
        var lines = some(ReportFormat.NDJSON).lines().toList();

        assertThat(lines).hasSize(4).allSatisfy(line -> Json.read("line", line, Map.class));
        assertThat(lines.get(0)).startsWith("{\"finding\":{\"code\":\"CONTRACT-RANGE\",\"severity\":\"fail\"");
        assertThat(lines.get(3)).startsWith("{\"summary\":").contains("\"passed\":false");
    }

    @Test
    void junit_has_a_case_for_each_rule_of_each_column() throws XMLStreamException {
        assertThat(tags(some(ReportFormat.JUNIT)))
                .contains(
                        "testsuite name=people: people.csv tests=4 failures=2 errors=0 skipped=1 time=0",
                        "testcase classname=people.age name=CONTRACT-RANGE age time=0",
                        "failure type=CONTRACT-RANGE message=1 found, first: age is 212",
                        "testcase classname=people name=SOURCE-UNREADABLE time=0",
                        "testcase classname=people.age name=CONTRACT-TYPE age time=0")
                .filteredOn(tag -> tag.startsWith("testcase"))
                .hasSize(4);
    }

    @Test
    void junit_shows_warnings_without_failing() throws XMLStreamException {
        assertThat(tags(some(ReportFormat.JUNIT)))
                .filteredOn(tag -> tag.startsWith("skipped") || tag.startsWith("failure"))
                .hasSize(3)
                .anyMatch(tag -> tag.startsWith("skipped type=CONTRACT-SET message=warning: 1 found"));
    }

    @Test
    void github_reads_a_command_for_each_finding_and_no_value_becomes_one() {
        var lines = some(ReportFormat.GITHUB).lines().toList();

        assertThat(lines).hasSize(4);
        assertThat(lines.get(0))
                .isEqualTo("::error file=people.csv,line=3,title=CONTRACT-RANGE age::age is 212 (people.csv, row 2"
                        + " (line 3), column 'age'); fix: mend it");
        assertThat(lines.get(1)).startsWith("::error file=people.csv,line=5,title=SOURCE-UNREADABLE::");
        assertThat(lines.get(2)).startsWith("::warning file=people.csv").contains("%25\\u000d%0A::error::,");
        assertThat(lines.get(3)).isEqualTo("slipway: people.csv: 9 rows: 7 good, 1 bad, 1 unreadable, 1 warnings");
    }

    @Test
    void github_properties_escape_what_would_end_them() {
        assertThat(GithubReport.property("C:\\a,b 100%\n")).isEqualTo("C%3A\\a%2Cb 100%25%0A");
    }

    @Test
    void github_shows_ten_errors_the_first_of_every_group_first_and_says_how_many_there_are() {
        var age = new Group(
                "CONTRACT-RANGE",
                "age",
                "",
                true,
                500_000,
                LongStream.range(1, 30)
                        .mapToObj(row -> entry("CONTRACT-RANGE", "age", true, row, "x"))
                        .toList());
        var sex = new Group("CONTRACT-SET", "sex", "", true, 1, List.of(entry("CONTRACT-SET", "sex", true, 99, "y")));

        var lines =
                write(ReportFormat.GITHUB, with(age, sex), List.of()).lines().toList();

        assertThat(lines).hasSize(11);
        assertThat(lines.get(1)).contains("line=100,title=CONTRACT-SET sex");
        assertThat(lines.get(10)).endsWith("; 10 of 500001 findings shown, all of them are in --format json");
    }

    @Test
    void html_is_well_formed_and_no_value_becomes_a_tag() throws XMLStreamException {
        var page = some(ReportFormat.HTML);

        assertThat(tags(page.replace("<!DOCTYPE html>", "")))
                .noneMatch(tag -> tag.startsWith("script"))
                .contains("section", "section class=warns");
        assertThat(page).contains("&lt;script&gt;", "\\u0000", "\\ufffe").doesNotContain("http-equiv=\"refresh\"");
    }

    @Test
    void html_allows_its_own_style_and_nothing_else() throws Exception {
        var page = some(ReportFormat.HTML);
        String style = page.substring(page.indexOf("<style>") + 7, page.indexOf("</style>"));
        var hash = Base64.getEncoder()
                .encodeToString(MessageDigest.getInstance("SHA-256").digest(style.getBytes(StandardCharsets.UTF_8)));

        assertThat(page)
                .contains("default-src &#39;none&#39;; style-src &#39;sha256-" + hash)
                .doesNotContain("style=");
        assertThat(page.replace("http://www.w3.org/1999/xhtml", "").replace("http://www.w3.org/2000/svg", ""))
                .doesNotContain("http:", "https:", "src=", "href=");
    }

    @ParameterizedTest
    @EnumSource
    void lines_end_with_a_line_feed_on_every_system(ReportFormat format) {
        assertThat(some(format)).endsWith("\n").doesNotContain("\r");
    }
}
