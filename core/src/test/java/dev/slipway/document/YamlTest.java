package dev.slipway.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.slipway.problem.Problem;
import dev.slipway.problem.SlipwayException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class YamlTest {
    private static final String PROJECT = """
            name: titanic
            data:     {train: data/titanic.csv, positive: 1, split: {by: random, folds: 5}}
            features:
              - impute: {columns: [Age, Fare], with: median, indicate: true}
              - rule: "CASE WHEN Sex = 'female' THEN 0.74 ELSE 0.19 END"
            train:
              rate: 0.25
              budget: 60s
            monitor:
            """;

    record Settings(String name, long folds, double rate, List<String> columns, boolean indicate) {}

    @Test
    void a_project_is_read_by_its_keys() {
        Settings settings = Document.yaml("slipway.yaml", PROJECT).read(root -> {
            root.allowOnly("name", "data", "features", "train", "monitor");
            Mapping impute = root.list("features").get(0).mapping().mapping("impute");
            return new Settings(
                    root.text("name"),
                    root.mapping("data").mapping("split").whole("folds"),
                    root.mapping("train").number("rate"),
                    impute.texts("columns"),
                    impute.bool("indicate", false));
        });

        assertThat(settings).isEqualTo(new Settings("titanic", 5, 0.25, List.of("Age", "Fare"), true));
    }

    @Test
    void every_value_knows_its_place() {
        Mapping root = Document.yaml("slipway.yaml", PROJECT).root().mapping();

        assertThat(root.mapping("train").require("budget").orElseThrow().where())
                .isEqualTo("slipway.yaml, line 8, 'train.budget'");
        assertThat(root.list("features")
                        .get(1)
                        .mapping()
                        .require("rule")
                        .orElseThrow()
                        .where())
                .isEqualTo("slipway.yaml, line 5, 'features[2].rule'");
        assertThat(root.mapping("train").require("budget").orElseThrow().place().column())
                .isEqualTo(11);
    }

    @Test
    void a_key_without_a_value_counts_as_left_out() {
        Mapping root = Document.yaml("slipway.yaml", PROJECT).root().mapping();

        assertThat(root.find("monitor")).isEmpty();
        assertThat(root.optionalMapping("monitor")).isEmpty();
        assertThat(root.names()).contains("monitor");
    }

    @Test
    void all_problems_are_thrown_at_once() {
        List<Problem> problems =
                problems(() -> Document.yaml("slipway.yaml", PROJECT).read(root -> {
                    root.allowOnly("nam", "data", "feature", "train", "monitor");
                    root.text("target");
                    root.mapping("train").number("budget");
                    root.mapping("data").text("positive");
                    root.mapping("monitor");
                    return "never returned";
                }));

        assertThat(problems)
                .extracting(Problem::code)
                .containsExactly(
                        "YAML-UNKNOWN-KEY",
                        "YAML-UNKNOWN-KEY",
                        "YAML-MISSING-KEY",
                        "YAML-TYPE",
                        "YAML-TYPE",
                        "YAML-MISSING-KEY");
        assertThat(problems)
                .extracting(Problem::what)
                .containsExactly(
                        "unknown key 'name'; did you mean 'nam'?",
                        "unknown key 'features'; did you mean 'feature'?",
                        "key 'target' is missing",
                        "expected a number, found '60s'",
                        "expected text, found 1",
                        "key 'monitor' has no value");
        assertThat(problems.get(3).where()).isEqualTo("slipway.yaml, line 8, 'train.budget'");
        assertThat(problems.get(4).fix()).isEqualTo("put it in quotes: \"1\"");
    }

    @Test
    void a_constructor_that_refuses_a_stand_in_does_not_hide_the_problem() {
        List<Problem> problems = problems(() -> Document.yaml("a.yaml", "x: 1").read(root -> {
            if (root.text("name").isEmpty()) {
                throw new IllegalArgumentException("blank name");
            }
            return "never returned";
        }));

        assertThat(problems).extracting(Problem::what).containsExactly("key 'name' is missing");
    }

    @Test
    void a_bug_of_the_reader_is_not_dressed_up_as_a_problem() {
        var document = Document.yaml("a.yaml", "x: 1");

        assertThatExceptionOfType(IllegalStateException.class)
                .isThrownBy(() -> document.read(root -> {
                    throw new IllegalStateException("bug");
                }));
    }

    @Test
    void a_word_outside_the_known_ones_is_answered_with_the_nearest() {
        List<Problem> problems = problems(() -> Document.yaml("a.yaml", "by: randon")
                .read(root -> root.oneOf("by", List.of("random", "time", "group"))));

        assertThat(problems.get(0).what()).isEqualTo("unknown word 'randon'; did you mean 'random'?");
        assertThat(problems.get(0).fix()).isEqualTo("write one of random, time, group");
    }

    @ParameterizedTest
    @CsvSource({
        "no, TEXT",
        "NO, TEXT",
        "yes, TEXT",
        "on, TEXT",
        "off, TEXT",
        "y, TEXT",
        "12:30:45, TEXT",
        "2024-02-30, TEXT",
        "1_000, TEXT",
        "0b11, TEXT",
        "012, WHOLE",
        "-7, WHOLE",
        "0x1F, WHOLE",
        "0o17, WHOLE",
        "1e3, NUMBER",
        "1., NUMBER",
        ".5, NUMBER",
        "-.inf, NUMBER",
        ".nan, NUMBER",
        "NaN, TEXT",
        "Infinity, TEXT",
        "true, BOOLEAN",
        "False, BOOLEAN",
        "tRUE, TEXT",
        "null, NOTHING",
        "~, NOTHING",
        "nil, TEXT",
        "<<, TEXT",
        "=, TEXT",
        "60s, TEXT",
        "5%, TEXT"
    })
    void plain_text_means_what_yaml_1_2_says(String text, Scalar.Kind kind) {
        Node node = Document.yaml("a.yaml", "key: " + text)
                .root()
                .mapping()
                .entries()
                .get(0)
                .value();

        assertThat(((Scalar) node).kind()).isEqualTo(kind);
        assertThat(node.written()).isEqualTo(text);
    }

    @Test
    void leading_zeros_are_decimal_and_on_is_a_key_like_any_other() {
        Mapping root =
                Document.yaml("a.yaml", "on: 012\n1: 0x10\ntrue: 0o10").root().mapping();

        assertThat(root.names()).containsExactly("on", "1", "true");
        assertThat(root.whole("on")).isEqualTo(12);
        assertThat(root.whole("1")).isEqualTo(16);
        assertThat(root.whole("true")).isEqualTo(8);
    }

    @Test
    void numbers_beyond_their_type_are_refused() {
        List<Problem> problems = problems(() -> Document.yaml(
                        "a.yaml",
                        "a: 9223372036854775808\nb: 1e400\nc: -9223372036854775808\nd: .inf\ne: 1.5\nf: "
                                + "9".repeat(5_000))
                .read(root -> root.whole("a")
                        + root.number("b")
                        + root.whole("c")
                        + root.number("d")
                        + root.whole("e")
                        + root.number("f")));

        assertThat(problems)
                .extracting(Problem::what)
                .startsWith(
                        "expected a whole number within ±2^63, found 9223372036854775808",
                        "expected a number below 1.8e308, found 1e400",
                        "expected a whole number, found 1.5")
                .hasSize(4);
    }

    @Test
    void a_key_twice_is_refused_with_both_lines() {
        List<Problem> problems = problems(() -> Document.yaml("slipway.yaml", "a: 1\nb:\n  c: 1\n  c: 2\na: 3\n"));

        assertThat(problems).extracting(Problem::code).containsOnly("YAML-DUPLICATE-KEY");
        assertThat(problems)
                .extracting(Problem::what)
                .containsExactly("key 'c' stands twice, first in line 3", "key 'a' stands twice, first in line 1");
        assertThat(problems.get(0).where()).isEqualTo("slipway.yaml, line 4, column 3");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "a: &x 1                      | YAML-ANCHOR",
                "a: *x                        | YAML-ALIAS",
                "a: !!java.net.URL [http://x] | YAML-TAG",
                "a: !!str 1                   | YAML-TAG",
                "a: !env x                    | YAML-TAG",
                "? [1, 2]                     | YAML-KEY",
                "? {a: 1}                     | YAML-KEY",
                "a: [1, 2                     | YAML-SYNTAX",
                "a: 'x                        | YAML-SYNTAX",
                "a: b: c                      | YAML-SYNTAX",
                "%YAML 1.1                    | YAML-SYNTAX",
                "a: @x                        | YAML-SYNTAX",
            })
    void what_configuration_does_not_need_is_refused(String text, String code) {
        List<Problem> problems = problems(() -> Document.yaml("a.yaml", text.strip() + "\n"));

        assertThat(problems).extracting(Problem::code).contains(code);
        assertThat(problems.get(0).where()).startsWith("a.yaml, line ").contains(", column ");
    }

    @ParameterizedTest
    @ValueSource(strings = {"a: 1\n---\nb: 2\n", "---\na: 1\n---\n"})
    void several_documents_are_refused(String text) {
        assertThat(problems(() -> Document.yaml("a.yaml", text)))
                .extracting(Problem::code)
                .containsExactly("YAML-SEVERAL-DOCUMENTS");
    }

    @ParameterizedTest
    @ValueSource(strings = {"[", "{a: ", "- ", "? "})
    void deep_nesting_is_refused_before_the_stack_is_full(String level) {
        String code = problems(() -> Document.yaml("a.yaml", level.repeat(100_000)))
                .get(0)
                .code();

        assertThat(code).isEqualTo("YAML-TOO-DEEP");
    }

    @Test
    void fifty_levels_are_fine() {
        Node root = Document.yaml("a.yaml", "[".repeat(50) + "]".repeat(50)).root();

        assertThat(root.list()).hasSize(1);
    }

    @Test
    void a_long_document_is_refused_unread() {
        String code = problems(() -> Document.yaml("a.yaml", "a".repeat((1 << 20) + 1)))
                .get(0)
                .code();

        assertThat(code).isEqualTo("YAML-TOO-LARGE");
    }

    @Test
    void a_control_character_is_named_with_its_place() {
        Problem problem =
                problems(() -> Document.yaml("a.yaml", "a: 1\nb: x\u0007y\n")).get(0);

        assertThat(problem.what()).contains("U+0007");
        assertThat(problem.where()).isEqualTo("a.yaml, line 2, column 5");
    }

    @Test
    void an_empty_document_is_a_mapping_that_lacks_everything() {
        assertThat(problems(() -> Document.yaml("a.yaml", "# nothing\n").read(root -> root.text("name"))))
                .extracting(Problem::what)
                .containsExactly("expected a mapping (key: value), found nothing", "key 'name' is missing");
    }

    @Test
    void a_file_must_be_utf_8(@TempDir Path folder) throws Exception {
        Path file = folder.resolve("contract.yaml");
        Files.write(file, new byte[] {'a', ':', ' ', (byte) 0xFC, '\n'});

        Problem problem = problems(() -> Document.yaml(file)).get(0);

        assertThat(problem.what()).isEqualTo("not UTF-8 at byte 4 (0xFC)");
        assertThat(problem.where()).isEqualTo(file + ", line 1, column 4");
    }

    @Test
    void a_missing_file_is_said_to_be_missing(@TempDir Path folder) {
        var thrown = catchThrowableOfType(SlipwayException.class, () -> Document.yaml(folder.resolve("no.yaml")));

        assertThat(thrown.kind()).isEqualTo(SlipwayException.Kind.MISSING);
    }

    @Test
    void whatever_comes_in_either_a_tree_or_problems_come_out() {
        var random = new SplittableRandom(5);
        String alphabet = "ab:- \n\t[]{},#&*!|>'\"%@`?0123.~\\\u00e9\u0085\ud800\ufeff<=";
        for (int i = 0; i < 20_000; i++) {
            var text = new StringBuilder();
            for (int k = random.nextInt(30); k > 0; k--) {
                text.append(alphabet.charAt(random.nextInt(alphabet.length())));
            }
            try {
                assertThat(Document.yaml("a.yaml", text.toString()).root()).isNotNull();
            } catch (SlipwayException e) {
                assertThat(e.kind()).isEqualTo(SlipwayException.Kind.USAGE);
            }
        }
    }

    private static List<Problem> problems(org.assertj.core.api.ThrowableAssert.ThrowingCallable call) {
        var thrown = catchThrowableOfType(SlipwayException.class, call);
        assertThat(thrown).as("refused").isNotNull();
        assertThat(thrown.kind()).isEqualTo(SlipwayException.Kind.USAGE);
        return thrown.problems();
    }
}
