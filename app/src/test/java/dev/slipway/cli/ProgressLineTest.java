package dev.slipway.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class ProgressLineTest {
    private final StringWriter out = new StringWriter();
    private long millis;
    private final ProgressLine line = new ProgressLine(new PrintWriter(out), () -> Instant.EPOCH.plusMillis(millis));

    @Test
    void a_short_pass_shows_nothing() {
        line.read(1_000);
        millis = 900;
        line.read(2_000);
        line.done();

        assertThat(out.toString()).isEmpty();
    }

    @Test
    void a_long_pass_says_how_far_it_is_and_leaves_an_empty_line() {
        line.read(0);
        millis = 2_000;
        line.read(3_000_000);
        millis = 2_100;
        line.read(3_100_000);
        line.done();

        assertThat(out.toString()).isEqualTo("\r  3,000,000 rows, 1,500,000 a second\r" + " ".repeat(36) + "\r");
    }
}
