package dev.slipway.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class MarkupTest {
    @Test
    void text_and_attributes_are_escaped_and_control_characters_shown() {
        var page = new Markup().leaf("p", "a < b & \"c\" \u0000\ud800", "title", "'\u202e'");

        assertThat(page.finish())
                .isEqualTo("<p title=\"&#39;\\u202e&#39;\">a &lt; b &amp; &quot;c&quot; \\u0000\\ud800</p>");
    }

    @Test
    void only_elements_that_html_leaves_empty_have_no_end_tag() {
        assertThat(new Markup().empty("br").empty("rect", "x", "1").finish()).isEqualTo("<br/><rect x=\"1\"></rect>");
    }

    @Test
    void what_is_begun_has_to_be_ended() {
        assertThatThrownBy(() -> new Markup().open("p").finish()).hasMessageContaining("not ended: [p]");
    }

    @Test
    void a_script_that_xml_would_read_otherwise_is_refused() {
        assertThatThrownBy(() -> new Markup().trusted("script", "a < b")).isInstanceOf(IllegalArgumentException.class);
    }
}
