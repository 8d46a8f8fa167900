package dev.slipway.document;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class YamlWriterTest {
    private static final List<String> NASTY = List.of(
            "",
            " ",
            "no",
            "on",
            "1e3",
            "012",
            "0x1F",
            "null",
            "~",
            "true",
            ".5",
            ".inf",
            "- x",
            "-",
            "-x",
            "? x",
            "?x",
            ":",
            ": ",
            ":x",
            "a: b",
            "a:b",
            "a:",
            "#",
            "a #b",
            "a#b",
            "a\nb",
            "\n",
            "\t",
            "a\tb",
            "\r\n",
            " a",
            "a ",
            "é",
            "日本",
            "\u0085",
            "\u2028",
            "\ufeff",
            "\u0000",
            "\u001b",
            "😀",
            "---",
            "--- a",
            "...",
            "<<",
            "=",
            "&a",
            "*a",
            "!a",
            "|",
            ">",
            "'",
            "\"",
            "a'b",
            "a\"b",
            "\\",
            "a\\nb",
            "%a",
            "@a",
            "`a",
            "[a]",
            "{a}",
            "a, b",
            "a,b",
            "a]",
            "{",
            "12:30:45",
            "2024-01-01",
            "CASE WHEN Sex = 'female' THEN 0.74 ELSE 0.19 END",
            "50..500",
            "5%",
            "roc_auc >= 0.85");

    @Test
    void a_document_reads_like_one_a_person_wrote() {
        String text = YamlWriter.document(root -> root.comment("Made by slipway new; edit freely.")
                .put("name", "titanic")
                .mapping(
                        "data",
                        data -> data.put("train", "data/titanic.csv")
                                .put("positive", "1")
                                .put("folds", 5))
                .blank()
                .comment("Derived first.")
                .mappings(
                        "columns",
                        List.of("Age", "Sex"),
                        (column, name) -> column.put("name", name).put("range", List.of(0, 120.5)))
                .put("gates", List.of("roc_auc >= 0.85", "beats: baseline"))
                .put("extra", Map.of())
                .put("nothing", Optional.empty())
                .put("limit", Double.POSITIVE_INFINITY));

        assertThat(text).isEqualTo("""
                        # Made by slipway new; edit freely.
                        name: titanic
                        data:
                          train: data/titanic.csv
                          positive: "1"
                          folds: 5

                        # Derived first.
                        columns:
                          - name: Age
                            range: [0, 120.5]
                          - name: Sex
                            range: [0, 120.5]
                        gates: [roc_auc >= 0.85, "beats: baseline"]
                        extra: {}
                        nothing: null
                        limit: .inf
                        """);
    }

    @Test
    void quotes_stand_only_where_they_are_needed() {
        assertThat(List.of("60s", "50..500", "data/x.csv", "a#b", "-x", "a:b", "roc_auc >= 0.85"))
                .allSatisfy(text -> assertThat(YamlWriter.scalar(text, false)).isEqualTo(text));
        assertThat(List.of("no", "on", "yes"))
                .allSatisfy(text -> assertThat(YamlWriter.scalar(text, false)).isEqualTo(text));
        assertThat(YamlWriter.scalar("1e3", false)).isEqualTo("\"1e3\"");
    }

    @Test
    void nasty_text_comes_back_as_it_was_in_every_position() {
        for (String text : NASTY) {
            Map<String, Object> content = new LinkedHashMap<>();
            content.put("value", text);
            content.put("list", List.of(text, "x", text));
            content.put("long", List.of(text, "x".repeat(200)));
            content.put("deep", List.of(List.of(text), Map.of(text, text)));
            content.put("key " + text, Map.of(text, List.of(Map.of(text, text))));
            content.put(text, text);

            assertThat(reread(content)).as("text %s", text).isEqualTo(content);
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void random_content_comes_back_as_it_was(long seed) {
        var random = new SplittableRandom(seed);
        for (int i = 0; i < 300; i++) {
            Map<String, Object> content = map(random, 0);

            assertThat(reread(content)).isEqualTo(content);
        }
    }

    @Test
    void a_long_key_is_written_in_the_form_yaml_wants() {
        Map<String, Object> content =
                Map.of("k".repeat(3_000), Map.of("a", 1L), "\u0000".repeat(300), List.of("x".repeat(300)));

        assertThat(reread(content)).isEqualTo(content);
    }

    @Test
    void a_comment_cannot_become_content() {
        String text =
                YamlWriter.document(root -> root.comment("a\nb: 1\r\u2028c: 2").put("x", 1));

        assertThat(Document.yaml("a.yaml", text).root().mapping().names()).containsExactly("x");
    }

    private static Object reread(Map<String, Object> content) {
        String text = YamlWriter.document(root -> content.forEach(root::put));
        return plain(Document.yaml("written.yaml", text).root());
    }

    private static Object plain(Node node) {
        if (node instanceof Mapping mapping) {
            Map<String, Object> map = new LinkedHashMap<>();
            mapping.entries().forEach(entry -> map.put(entry.name(), plain(entry.value())));
            return map;
        }
        if (node instanceof Sequence) {
            return node.list().stream().map(YamlWriterTest::plain).toList();
        }
        return switch (((Scalar) node).kind()) {
            case TEXT -> node.text();
            case WHOLE -> node.whole();
            case NUMBER -> node.number();
            case BOOLEAN -> node.bool();
            case NOTHING -> Optional.empty();
        };
    }

    private static Map<String, Object> map(SplittableRandom random, int depth) {
        Map<String, Object> map = new LinkedHashMap<>();
        for (int k = random.nextInt(5); k > 0; k--) {
            map.put(NASTY.get(random.nextInt(NASTY.size())), value(random, depth + 1));
        }
        return map;
    }

    private static Object value(SplittableRandom random, int depth) {
        int kind = random.nextInt(depth > 4 ? 5 : 8);
        return switch (kind) {
            case 0 -> random.nextLong();
            case 1 -> Double.longBitsToDouble(random.nextLong() & ~(1L << 62));
            case 2 -> random.nextBoolean();
            case 3, 4 -> NASTY.get(random.nextInt(NASTY.size()));
            case 5 -> map(random, depth);
            default -> {
                List<Object> list = new ArrayList<>();
                for (int k = random.nextInt(4); k > 0; k--) {
                    list.add(value(random, depth + 1));
                }
                yield list;
            }
        };
    }
}
