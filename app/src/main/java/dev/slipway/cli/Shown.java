package dev.slipway.cli;

import dev.slipway.workflow.Basis;
import java.io.PrintWriter;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Figures and times as people read them in a terminal. */
final class Shown {
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss", Locale.ROOT).withZone(ZoneOffset.UTC);

    private Shown() {}

    /** Four digits behind the point; whole where it is far from zero. */
    static String number(double number) {
        if (Double.isNaN(number)) {
            return "";
        }
        return String.format(Locale.ROOT, Math.abs(number) >= 1_000 ? "%.0f" : "%.4f", number);
    }

    /** UTC, to the second. */
    static String time(Instant time) {
        return TIME.format(time);
    }

    static String bytes(double bytes) {
        return bytes >= 1e6
                ? String.format(Locale.ROOT, "%.1f MB", bytes / 1e6)
                : String.format(Locale.ROOT, "%.0f KB", Math.ceil(bytes / 1e3));
    }

    /** The beginning of an id: enough to name it on the command line. */
    static String id(String id) {
        return id.substring(0, Math.min(8, id.length()));
    }

    /** What answers to some rows are worth, where that has to be said. */
    static void basis(PrintWriter out, Basis basis) {
        switch (basis) {
            case LEARNED_ROWS ->
                out.println("the model has learned from these rows; others judge it more fairly: --data FILE");
            case OUT_OF_FOLD -> out.println("each row was answered by a model that had not seen it");
            case OTHER_ROWS -> {}
        }
    }
}
