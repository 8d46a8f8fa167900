package dev.slipway.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.HashSet;
import java.util.SplittableRandom;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.w3c.dom.Element;

class PortraitPageTest {
    private static final String PEOPLE = """
            name,age,town,member
            ann,31,Turku,yes
            bo,,Turku,no
            cy,47,Oulu,yes
            di,19,Turku,no
            """;

    @TempDir
    private Path folder;

    @Test
    void every_column_has_a_line_and_a_card_that_its_line_leads_to() throws IOException {
        var page = Portrayed.of(folder, PEOPLE, "member");

        page.assertInert();
        for (int i = 0; i < 4; i++) {
            assertThat(page.element("c" + i)).isPresent();
        }
        var cards = page.elements().stream()
                .filter(element -> element.getAttribute("class").equals("card"))
                .map(Element::getTextContent)
                .toList();
        assertThat(cards).anyMatch(card -> card.contains("age") && card.contains("25% (1)"));
    }

    @Test
    void links_lead_to_a_place_on_the_page_and_no_place_has_two() throws IOException {
        var page = Portrayed.of(folder, PEOPLE, "member");

        var ids = page.elements().stream()
                .map(element -> element.getAttribute("id"))
                .filter(id -> !id.isEmpty())
                .toList();
        var links = page.elements().stream()
                .map(element -> element.getAttribute("href"))
                .filter(link -> !link.isEmpty())
                .map(link -> link.substring(1))
                .toList();
        assertThat(ids).doesNotHaveDuplicates();
        assertThat(new HashSet<>(ids)).containsAll(links);
    }

    @Test
    void charts_say_in_words_what_they_show() throws IOException {
        var page = Portrayed.of(folder, PEOPLE);

        var charts = page.elements().stream()
                .filter(element -> element.getTagName().equals("svg"))
                .toList();
        assertThat(charts)
                .isNotEmpty()
                .allMatch(chart -> chart.getAttribute("aria-hidden").equals("true")
                        || !chart.getAttribute("aria-label").isEmpty());
        assertThat(page.html()).contains("histogram of age, from 19 to 47, median 31");
    }

    @Test
    void only_the_script_and_the_style_of_the_page_itself_are_allowed() throws Exception {
        var page = Portrayed.of(folder, PEOPLE);

        assertThat(page.html()).contains("default-src &#39;none&#39;");
        for (var name : new String[] {"script", "style"}) {
            var text = page.elements().stream()
                    .filter(element -> element.getTagName().equals(name))
                    .map(Element::getTextContent)
                    .findFirst()
                    .orElseThrow();
            assertThat(page.html()).contains(name + "-src &#39;sha256-" + sha256(text) + "&#39;");
        }
    }

    private static String sha256(String text) throws NoSuchAlgorithmException {
        var digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
        return Base64.getEncoder().encodeToString(digest);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<script>alert(1)</script>",
                "</td></tr></table><img src=x onerror=alert(1)>",
                "' onmouseover='alert(1)",
                "]]>",
                "<!--",
                "&amp;&#x41;",
                "\u202eevil",
                "\u0007\u001b[31m",
                "\ufffe",
                "javascript:alert(1)",
                "\u05e9\u05dc\u05d5\u05dd"
            })
    void hostile_words_stay_words(String hostile) throws IOException {
        var quoted = "\"" + hostile.replace("\"", "\"\"") + "\"";
        var csv = quoted.replaceAll("\"$", " name\"") + ",b\n" + (quoted + ",1\n").repeat(3) + "x,2\n" + "y,3\n";

        Portrayed.of(folder, csv).assertInert();
    }

    @Test
    void what_is_very_long_is_cut() throws IOException {
        var page = Portrayed.of(folder, "x".repeat(9_000) + "\n" + ("y".repeat(50_000) + "\n").repeat(4));

        page.assertInert();
        assertThat(page.html()).doesNotContain("x".repeat(201)).doesNotContain("y".repeat(201));
    }

    @Test
    void columns_without_values_and_single_columns_have_a_page_too() throws IOException {
        Portrayed.of(folder, "a\n1\n").assertInert();
        Portrayed.of(folder, "a,b\n1,\n2,\n").assertInert();
        Portrayed.of(folder, "a,b\n,\n,\n").assertInert();
    }

    @Test
    void three_hundred_columns_are_a_few_megabytes_at_most() throws IOException {
        var random = new SplittableRandom(3);
        var csv = new StringBuilder(
                IntStream.range(0, 300).mapToObj(i -> "column_" + i).collect(Collectors.joining(",")));
        for (int row = 0; row < 200; row++) {
            csv.append('\n')
                    .append(IntStream.range(0, 300)
                            .mapToObj(i -> i % 3 == 0
                                    ? "word " + random.nextInt(40)
                                    : Double.toString(random.nextDouble() * i))
                            .collect(Collectors.joining(",")));
        }

        var page = Portrayed.of(folder, csv.append('\n').toString(), "column_3");

        page.assertInert();
        assertThat(page.html().length()).isLessThan(4_000_000);
    }
}
