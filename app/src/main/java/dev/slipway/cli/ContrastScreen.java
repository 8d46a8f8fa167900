package dev.slipway.cli;

import dev.slipway.drift.ColumnShift;
import dev.slipway.drift.ColumnShift.Slice;
import dev.slipway.drift.ColumnShift.Verdict;
import dev.slipway.portrait.Contrast;
import dev.slipway.portrait.Figures;
import dev.slipway.portrait.Sparkline;
import dev.slipway.problem.Printable;
import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Two data sets in a terminal, what changed first.
 *
 * @param blocks whether the screen can show the block elements of Unicode
 */
record ContrastScreen(PrintWriter out, boolean blocks) {
    private static final int COLUMNS = 100;
    private static final int NAME = 18;
    private static final int PATH = 30;
    private static final int SPARK = 10;
    private static final int NAMES = 20;

    void show(Contrast contrast) {
        var drift = contrast.drift();
        out.println(Printable.of("%s: %s, against %s of %s"
                .formatted(
                        ProfileScreen.end(contrast.after(), PATH),
                        Figures.count(drift.rowsAfter(), "row"),
                        Figures.count(drift.rowsBefore(), "row"),
                        ProfileScreen.end(contrast.before(), PATH))));
        out.println();
        var grid = new Grid("column", "verdict", "distance", "PSI", "before", "after", "what changed");
        drift.shifts().stream().limit(COLUMNS).forEach(shift -> grid.add(cells(shift)));
        grid.print(out);
        if (drift.shifts().size() > COLUMNS) {
            out.println("  … and %s more, which moved less: --html OUT.html or --json shows them all"
                    .formatted(Figures.count(drift.shifts().size() - COLUMNS, "column")));
        }
        names("only in " + ProfileScreen.end(contrast.after(), PATH), drift.added());
        names("only in " + ProfileScreen.end(contrast.before(), PATH), drift.gone());
        out.println();
        out.println(verdict(contrast));
    }

    private List<String> cells(ColumnShift shift) {
        return List.of(
                ProfileScreen.cut(Printable.of(shift.column()), NAME),
                Contrast.word(shift.verdict()),
                shift.comparison().map(of -> three(of.distance())).orElse(""),
                shift.comparison().map(of -> three(of.psi())).orElse(""),
                spark(shift, Slice::before),
                spark(shift, Slice::after),
                ProfileScreen.cut(Printable.of(String.join("; ", Contrast.remarks(shift))), 26));
    }

    private static String three(double value) {
        return Double.isNaN(value) ? "" : String.format(Locale.ROOT, "%.3f", value);
    }

    /** Shares before and after in the same scale, so that the two pictures can be held against each other. */
    private String spark(ColumnShift shift, Function<Slice, Double> side) {
        return shift.comparison()
                .map(of -> {
                    var slices = of.slices().stream().limit(SPARK).toList();
                    double most = slices.stream()
                            .mapToDouble(slice -> Math.max(slice.before(), slice.after()))
                            .max()
                            .orElse(1);
                    return Sparkline.of(slices.stream().map(side).toList(), SPARK, most, blocks);
                })
                .orElse("");
    }

    private void names(String what, List<String> names) {
        if (!names.isEmpty()) {
            var shown = names.stream()
                    .limit(NAMES)
                    .map(name -> ProfileScreen.cut(name, 2 * NAME))
                    .collect(Collectors.joining(", "));
            out.println();
            out.println(Printable.of(what + ": " + shown + (names.size() > NAMES ? ", …" : "")));
        }
    }

    private static String verdict(Contrast contrast) {
        long few = contrast.drift().shifts().stream()
                .filter(shift -> shift.verdict() == Verdict.TOO_FEW)
                .count();
        return "%s of %s changed%s"
                .formatted(
                        Figures.count(contrast.changed()),
                        Figures.count(contrast.drift().shifts().size(), "column"),
                        few == 0 ? "" : "; not enough data for %d (fewer than 1,000 rows)".formatted(few));
    }
}
