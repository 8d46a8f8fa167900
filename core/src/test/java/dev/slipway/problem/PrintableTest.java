package dev.slipway.problem;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PrintableTest {
    @Test
    void what_could_steer_a_terminal_or_a_log_is_shown_as_an_escape() {
        assertThat(Printable.of("\u001b[31m\r\u0000")).isEqualTo("\\u001b[31m\\u000d\\u0000");
        assertThat(Printable.of("a\u202eb\u2028c\u2029d\ud800")).isEqualTo("a\\u202eb\\u2028c\\u2029d\\ud800");
    }

    @Test
    void letters_of_every_script_and_line_feeds_stay() {
        assertThat(Printable.of("Zürich\n日本 😀")).isEqualTo("Zürich\n日本 😀");
    }

    @Test
    void a_long_text_is_cut_and_says_how_long_it_was() {
        assertThat(Printable.of("x".repeat(5_000))).hasSizeLessThan(2_100).endsWith("… (5000 characters)");
        assertThat(Printable.of("x".repeat(2_000))).hasSize(2_000);
    }
}
