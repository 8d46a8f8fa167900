package dev.slipway.cli;

import dev.slipway.analysis.Clusters;
import dev.slipway.analysis.StrangestRow;
import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;

/** What a model found in rows that nobody has answered, in a terminal. */
final class UnlabelledScreen {
    private static final int TRAITS = 4;

    private UnlabelledScreen() {}

    static void clusters(PrintWriter out, Clusters clusters) {
        out.println();
        out.println("The clusters of these rows"
                + clusters.silhouette()
                        .map(value -> " (silhouette %s)".formatted(Shown.number(value)))
                        .orElse(""));
        for (var cluster : clusters.portraits()) {
            out.println(String.format(
                    Locale.ROOT, "  %s: %,d rows, %.0f %%", cluster.name(), cluster.rows(), 100 * cluster.share()));
            cluster.traits().stream().limit(TRAITS).forEach(trait -> out.println("     " + trait.sentence()));
        }
    }

    static void strangest(PrintWriter out, List<StrangestRow> rows) {
        if (rows.isEmpty()) {
            return;
        }
        out.println();
        out.println("The strangest of these rows");
        for (var row : rows) {
            out.println(String.format(
                    Locale.ROOT,
                    "  %.3f  %s: %s",
                    row.strangeness(),
                    row.where(),
                    row.reasons().isEmpty() ? "by its values together" : String.join("; ", row.reasons())));
        }
    }
}
