package dev.slipway.document;

import static java.nio.charset.StandardCharsets.UTF_16;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.slipway.problem.Problem;
import dev.slipway.problem.SlipwayException;
import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

final class JsonTest {
    record Inner(double rate, Optional<String> note) {}

    record Outer(String name, long count, List<Inner> parts) {}

    static Stream<Arguments> malformed() {
        return Stream.of(
                Arguments.of("J01 empty", bytes("")),
                Arguments.of("J02 blanks", bytes("  \n ")),
                Arguments.of("J06 open brace", bytes("{")),
                Arguments.of("J07 single quotes", bytes("{'a': 1}")),
                Arguments.of("J08 comment", bytes("{\"a\": 1} // x")),
                Arguments.of("J08 comment inside", bytes("/* x */ {\"a\": 1}")),
                Arguments.of("J09 trailing comma", bytes("{\"a\": 1,}")),
                Arguments.of("trailing comma in a list", bytes("[1,]")),
                Arguments.of("J10 UTF-32 trap", new byte[] {0x0A, 0, 0, 0, 0}),
                Arguments.of("J12 invalid UTF-8", new byte[] {'"', (byte) 0xFF, '"'}),
                Arguments.of("J12 cut UTF-8", new byte[] {'"', (byte) 0xE2, (byte) 0x82}),
                Arguments.of("J13 overlong", new byte[] {'"', (byte) 0xC0, (byte) 0xAF, '"'}),
                Arguments.of("overlong in three", new byte[] {'"', (byte) 0xE0, (byte) 0x80, (byte) 0xAF, '"'}),
                Arguments.of("surrogate in UTF-8", new byte[] {'"', (byte) 0xED, (byte) 0xA0, (byte) 0x80, '"'}),
                Arguments.of(
                        "beyond Unicode", new byte[] {'"', (byte) 0xF4, (byte) 0x90, (byte) 0x80, (byte) 0x80, '"'}),
                Arguments.of("J14 UTF-16 with BOM", "{\"a\": 1}".getBytes(UTF_16)),
                Arguments.of("UTF-16 without BOM", "{\"a\": 1}".getBytes(Charset.forName("UTF-16LE"))),
                Arguments.of("UTF-32", "{\"a\": 1}".getBytes(Charset.forName("UTF-32BE"))),
                Arguments.of("UTF-8 BOM", bytes("\uFEFF{\"a\": 1}")),
                Arguments.of("J15 100,000 lists", bytes("[".repeat(100_000))),
                Arguments.of("J16 depth 300,000", bytes("{\"a\":".repeat(300_000))),
                Arguments.of("J17 10,000 digits", bytes("[" + "1".repeat(10_000) + "]")),
                Arguments.of("J18 1e999999999", bytes("{\"a\": 1e999999999}")),
                Arguments.of("N04 1e400", bytes("{\"a\": 1e400}")),
                Arguments.of("N05 -1e400", bytes("[-1e400]")),
                Arguments.of("J19 200 KB key", bytes("{\"" + "k".repeat(200_000) + "\": 1}")),
                Arguments.of("J20 3 MB text", bytes("{\"a\": \"" + "x".repeat(3_000_000) + "\"}")),
                Arguments.of("J23 lone high surrogate", bytes("{\"a\": \"\\ud800\"}")),
                Arguments.of("J23 lone low surrogate", bytes("{\"a\": \"x\\uDC00\"}")),
                Arguments.of("J23 two high surrogates", bytes("[\"\\ud800\\ud800\"]")),
                Arguments.of("J23 in a key", bytes("{\"\\ud800\": 1}")),
                Arguments.of("J30 trailing garbage", bytes("{\"a\": 1} x")),
                Arguments.of("J30 trailing bracket", bytes("{\"a\": 1}]")),
                Arguments.of("J31 two documents", bytes("{\"a\": 1}\n{\"a\": 2}")),
                Arguments.of("J32 duplicate key", bytes("{\"a\": 1, \"a\": 2}")),
                Arguments.of("J32 duplicate by escape", bytes("{\"a\": 1, \"\\u0061\": 2}")),
                Arguments.of("N01 NaN", bytes("[NaN]")),
                Arguments.of("N02 Infinity", bytes("[Infinity]")),
                Arguments.of("N15 leading zero", bytes("[01]")),
                Arguments.of("N16 plus", bytes("[+1]")),
                Arguments.of("N17 .5", bytes("[.5]")),
                Arguments.of("N18 5.", bytes("[5.]")),
                Arguments.of("N19 hex", bytes("[0x10]")),
                Arguments.of("N20 underscore", bytes("[1_000]")),
                Arguments.of("N24 1e", bytes("[1e]")),
                Arguments.of("N25 Arabic digits", bytes("[١٢]")),
                Arguments.of("raw control character", bytes("[\"a\nb\"]")),
                Arguments.of("cut escape", bytes("\"\\u12")),
                Arguments.of("bad escape", bytes("\"\\x41\"")),
                Arguments.of("raw NUL in text", bytes("\"a\u0000b\"")));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("malformed")
    void malformed_bytes_are_refused_with_their_place(String name, byte[] bytes) {
        var tree = catchThrowableOfType(SlipwayException.class, () -> Document.json("body", bytes));
        var bound = catchThrowableOfType(SlipwayException.class, () -> Json.read("body", bytes, Object.class));

        for (SlipwayException thrown : List.of(tree, bound)) {
            assertThat(thrown.kind()).isEqualTo(SlipwayException.Kind.USAGE);
            assertThat(thrown.problems()).extracting(Problem::code).containsExactly("JSON-MALFORMED");
            assertThat(thrown.problems().get(0).where()).startsWith("body, line ");
            assertThat(thrown.problems().get(0).what()).hasSizeLessThan(600);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"null", "[]", "\"x\"", "1"})
    void a_value_of_another_shape_is_refused_where_an_object_is_wanted(String text) {
        var tree = catchThrowableOfType(
                SlipwayException.class, () -> Document.json("body", bytes(text)).read(root -> root.text("name")));
        var bound = catchThrowableOfType(SlipwayException.class, () -> Json.read("body", bytes(text), Outer.class));

        assertThat(tree.problems().get(0).code()).isEqualTo("JSON-TYPE");
        assertThat(bound.problems().get(0).code()).isEqualTo("JSON-SHAPE");
    }

    @Test
    void line_and_column_point_at_the_fault() {
        var thrown = catchThrowableOfType(
                SlipwayException.class, () -> Document.json("body", bytes("{\n  \"a\": 1,\n  \"b\": \"\\ud800\"\n}")));

        assertThat(thrown.problems().get(0).where()).isEqualTo("body, line 3, column 9");
        assertThat(thrown.problems().get(0).what()).isEqualTo("unpaired surrogate \\ud800");
    }

    @Test
    void a_tree_is_read_like_yaml() {
        String text =
                "{\"name\": \"a\", \"parts\": [{\"rate\": 0.5}, {\"rate\": 1e-400}], \"none\": null, \"big\": 9007199254740993}";

        Mapping root = Document.json("body", bytes(text)).root().mapping();

        assertThat(root)
                .isEqualTo(Document.yaml("same.yaml", text.replace("1e-400", "0.0"))
                        .root());
        assertThat(root.whole("big")).isEqualTo(9007199254740993L);
        assertThat(root.list("parts")
                        .get(1)
                        .mapping()
                        .require("rate")
                        .orElseThrow()
                        .where())
                .isEqualTo("body, line 1, 'parts[2].rate'");
        assertThat(root.find("none")).isEmpty();
    }

    @Test
    void pairs_of_surrogates_and_plain_text_beyond_the_first_plane_are_fine() {
        assertThat(Document.json("body", bytes("[\"\\ud83d\\ude00\", \"😀\", \"\\\\ud800\", \"\\u0000\"]"))
                        .root()
                        .list())
                .extracting(Node::text)
                .containsExactly("😀", "😀", "\\ud800", "\u0000");
    }

    @Test
    void records_are_read_whole() {
        Outer outer = Json.read(
                "body",
                bytes("{\"name\": \"x\", \"count\": 2, \"parts\": [{\"rate\": 1}, {\"rate\": 0.5, \"note\": \"n\"}]}"),
                Outer.class);

        assertThat(outer)
                .isEqualTo(
                        new Outer("x", 2, List.of(new Inner(1, Optional.empty()), new Inner(0.5, Optional.of("n")))));
        assertThat(Json.read("again", Json.bytes(outer), Outer.class)).isEqualTo(outer);
        assertThat(Json.readList("list", bytes("[{\"rate\": 1}]"), Inner.class))
                .containsExactly(new Inner(1, Optional.empty()));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"name\": \"x\", \"parts\": []}",
                "{\"name\": \"x\", \"count\": null, \"parts\": []}",
                "{\"name\": null, \"count\": 1, \"parts\": []}",
                "{\"count\": 1, \"parts\": []}",
                "{\"name\": \"x\", \"count\": \"1\", \"parts\": []}",
                "{\"name\": \"x\", \"count\": 1.5, \"parts\": []}",
                "{\"name\": \"x\", \"count\": 9223372036854775808, \"parts\": []}",
                "{\"name\": \"x\", \"count\": true, \"parts\": []}",
                "{\"name\": 7, \"count\": 1, \"parts\": []}",
                "{\"name\": \"x\", \"count\": 1, \"parts\": {}}",
                "{\"name\": \"x\", \"count\": 1, \"parts\": [{\"rate\": \"0.5\"}]}",
                "{\"name\": \"x\", \"count\": 1, \"parts\": [{\"rate\": \"NaN\"}]}"
            })
    void a_record_takes_no_value_of_another_type(String text) {
        var thrown = catchThrowableOfType(SlipwayException.class, () -> Json.read("body", bytes(text), Outer.class));

        assertThat(thrown).isNotNull();
        assertThat(thrown.kind()).isEqualTo(SlipwayException.Kind.USAGE);
    }

    @Test
    void an_unknown_key_is_answered_with_the_nearest() {
        var thrown = catchThrowableOfType(
                SlipwayException.class,
                () -> Json.read(
                        "body", bytes("{\"name\": \"x\", \"count\": 1, \"part\": 1, \"parts\": []}"), Outer.class));

        assertThat(thrown.problems().get(0).what()).isEqualTo("unknown key 'part'; did you mean 'parts'?");
    }

    @Test
    void a_missing_key_is_named() {
        var thrown = catchThrowableOfType(
                SlipwayException.class,
                () -> Json.read("body", bytes("{\"name\": \"x\", \"parts\": []}"), Outer.class));

        assertThat(thrown.problems().get(0).what()).isEqualTo("key 'count' is missing");
    }

    @Test
    void a_hint_at_a_class_is_data_like_any_other() {
        Object value = Json.read("body", bytes("{\"@class\": \"java.net.URL\", \"@type\": \"x\"}"), Object.class);

        assertThat(value).isEqualTo(Map.of("@class", "java.net.URL", "@type", "x"));
    }

    @Test
    void a_hundred_thousand_unknown_fields_make_a_short_message() {
        String text = IntStream.range(0, 100_000)
                .mapToObj(i -> "\"k" + i + "\": 1")
                .collect(Collectors.joining(",", "{", "}"));

        var thrown = catchThrowableOfType(
                SlipwayException.class,
                () -> Document.json("body", bytes(text)).read(root -> {
                    root.allowOnly("name");
                    return root;
                }));

        assertThat(thrown.problems()).hasSize(51);
        assertThat(thrown.problems().get(50).what()).isEqualTo("99950 further problems are not shown");
    }

    @Test
    void doubles_are_written_in_the_fewest_digits_and_come_back() {
        assertThat(Json.write(List.of(0.1, 2.0E-3, 1e22, 2e-323))).isEqualTo("[0.1,0.002,1.0E22,2.0E-323]");
        var random = new SplittableRandom(1);
        for (int i = 0; i < 10_000; i++) {
            double value = Double.longBitsToDouble(random.nextLong() & ~(1L << 62));

            assertThat(Document.json("n", bytes(Json.number(value))).root().number())
                    .isEqualTo(value);
        }
    }

    @Test
    void what_is_not_finite_is_written_only_by_name_and_only_on_request() {
        assertThat(Json.writeNaming(List.of(Double.NaN, Double.NEGATIVE_INFINITY, 1.5)))
                .isEqualTo("[\"NaN\",\"-Infinity\",1.5]");
        assertThat(Json.writeNaming(new double[] {Double.POSITIVE_INFINITY})).isEqualTo("[\"Infinity\"]");
        for (Object value : List.of(
                Double.NaN, new double[] {Double.NaN}, List.of(Float.NaN), new Inner(Double.NaN, Optional.empty()))) {
            assertThatIllegalOrWrapped(value);
        }
    }

    @Test
    void what_was_written_by_name_is_read_by_name_on_request() {
        byte[] named = bytes(Json.writeNaming(new Inner(Double.NEGATIVE_INFINITY, Optional.empty())));

        assertThat(Json.readNaming("model.json", named, Inner.class).rate()).isEqualTo(Double.NEGATIVE_INFINITY);
    }

    private static void assertThatIllegalOrWrapped(Object value) {
        var thrown = catchThrowableOfType(RuntimeException.class, () -> Json.write(value));
        assertThat(thrown).hasStackTraceContaining("NaN cannot be written as a JSON number");
    }

    @Test
    void canonical_text_does_not_depend_on_the_order_of_keys() {
        Map<String, Object> one = new LinkedHashMap<>();
        one.put("b", List.of(Map.of("y", 1, "x", 0.5)));
        one.put("a", true);
        Map<String, Object> two = new LinkedHashMap<>();
        two.put("a", true);
        two.put("b", List.of(Map.of("x", 0.5, "y", 1)));

        assertThat(Json.canonical(one))
                .isEqualTo("{\"a\":true,\"b\":[{\"x\":0.5,\"y\":1}]}")
                .isEqualTo(Json.canonical(two));
        assertThat(Json.canonical(new Inner(1, Optional.empty()))).isEqualTo("{\"note\":null,\"rate\":1.0}");
    }

    @Test
    void pretty_text_has_one_key_a_line() {
        assertThat(Json.pretty(new Inner(1, Optional.of("n"))))
                .isEqualTo("{\n  \"rate\" : 1.0,\n  \"note\" : \"n\"\n}\n");
    }

    @Test
    void whatever_bytes_come_in_either_a_tree_or_problems_come_out() {
        var random = new SplittableRandom(9);
        byte[] alphabet = bytes("{}[]\",:\\u0d8e1.-+ntf \n\u0000é");
        for (int i = 0; i < 50_000; i++) {
            byte[] bytes = new byte[random.nextInt(20)];
            for (int k = 0; k < bytes.length; k++) {
                bytes[k] = random.nextInt(10) == 0
                        ? (byte) random.nextInt(256)
                        : alphabet[random.nextInt(alphabet.length)];
            }
            List<Boolean> accepted = new ArrayList<>();
            for (Runnable reading : List.<Runnable>of(
                    () -> Document.json("body", bytes),
                    () -> Json.read("body", bytes, tools.jackson.databind.JsonNode.class))) {
                try {
                    reading.run();
                    accepted.add(true);
                } catch (SlipwayException e) {
                    assertThat(e.kind()).isEqualTo(SlipwayException.Kind.USAGE);
                    accepted.add(false);
                }
            }
            assertThat(accepted.get(0)).as("%s", new String(bytes, UTF_8)).isEqualTo(accepted.get(1));
        }
    }

    @Test
    void a_generator_of_unpaired_surrogates_is_refused() {
        assertThatIllegalArgumentException().isThrownBy(() -> YamlWriter.scalar("\ud800", false));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(UTF_8);
    }
}
