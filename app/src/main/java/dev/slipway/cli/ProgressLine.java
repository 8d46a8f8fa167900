package dev.slipway.cli;

import dev.slipway.engine.Progress;
import dev.slipway.local.LocalEngine;
import dev.slipway.wiring.Surroundings;
import java.io.PrintWriter;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/** One line at the terminal that says how far a pass over data is. Nothing for passes of less than a second. */
final class ProgressLine implements Progress {
    private static final Duration QUIET = Duration.ofSeconds(1);
    private static final Duration PAUSE = Duration.ofMillis(200);

    private final PrintWriter out;
    private final InstantSource clock;
    private Instant started = Instant.MAX;
    private Instant next = Instant.MAX;
    private int shown;

    ProgressLine(PrintWriter out, InstantSource clock) {
        this.out = out;
        this.clock = clock;
    }

    /** An engine on all cores that says how far it is where somebody sits at a terminal. */
    static LocalEngine engine(Surroundings world, PrintWriter err) {
        return new LocalEngine(
                Runtime.getRuntime().availableProcessors(),
                world.terminal().isPresent() ? new ProgressLine(err, world.clock()) : NONE);
    }

    @Override
    public void read(long rows) {
        var now = clock.instant();
        if (started.equals(Instant.MAX)) {
            started = now;
            next = now.plus(QUIET);
        }
        if (now.isBefore(next)) {
            return;
        }
        next = now.plus(PAUSE);
        double seconds = Duration.between(started, now).toMillis() / 1_000.0;
        show("  %,d rows, %,.0f a second".formatted(rows, rows / seconds));
    }

    @Override
    public void done() {
        if (shown > 0) {
            show("");
            out.print("\r");
            out.flush();
        }
        started = Instant.MAX;
        shown = 0;
    }

    /** Over what stood there. */
    private void show(String text) {
        out.print("\r" + text + " ".repeat(Math.max(0, shown - text.length())));
        out.flush();
        shown = text.length();
    }
}
