package dev.slipway.cli;

import dev.slipway.portrait.ColumnPortrait;
import dev.slipway.portrait.Figures;
import dev.slipway.portrait.Portrait;
import dev.slipway.portrait.Remark;
import dev.slipway.portrait.Sparkline;
import dev.slipway.portrait.Together;
import dev.slipway.problem.Printable;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * A portrait in a terminal, at most {@value #WIDTH} characters wide.
 *
 * @param blocks whether the screen can show the block elements of Unicode
 */
record ProfileScreen(PrintWriter out, boolean blocks) {
    static final int WIDTH = 100;

    private static final int NAME = 18;
    private static final int TYPICAL = 24;
    private static final int SPARK = 10;
    private static final int COLUMNS = 100;
    private static final int REMARKS = 12;
    private static final int FEATURES = 8;
    private static final double LITTLE = 0.005;
    private static final int ROWS = 5;

    void show(Portrait portrait) {
        out.println(Printable.of(title(portrait)));
        out.println();
        columns(portrait);
        byTarget(portrait, portrait.together());
        strange(portrait.together());
        remarks(portrait);
        samples(portrait);
        out.println();
        out.println("next: " + Printable.of(portrait.next()));
    }

    private String title(Portrait portrait) {
        return "%s: %s, %s%s%s"
                .formatted(
                        end(portrait.source(), WIDTH - 50),
                        Figures.count(portrait.rows(), "row"),
                        Figures.count(portrait.columns().size(), "column"),
                        portrait.unreadable() == 0
                                ? ""
                                : ", %s unreadable".formatted(Figures.count(portrait.unreadable(), "record")),
                        portrait.target()
                                .map(target -> ", target " + cut(target, NAME))
                                .orElse(""));
    }

    // ---- columns

    private void columns(Portrait portrait) {
        var grid = new Grid("column", "kind", "missing", "distinct", "shape", "min … median … max", "remark");
        var shown = portrait.columns()
                .subList(0, Math.min(COLUMNS, portrait.columns().size()));
        var cells = shown.stream().map(column -> cells(column, portrait)).toList();
        int others = WIDTH - 14;
        for (int i = 0; i < 6; i++) {
            int place = i;
            int head = List.of(6, 4, 7, 8, 5, 18).get(i);
            others -= Math.max(
                    head,
                    cells.stream()
                            .mapToInt(row -> row.get(place).length())
                            .max()
                            .orElse(0));
        }
        for (var row : cells) {
            var fitted = new ArrayList<>(row);
            fitted.set(6, cut(row.get(6), Math.max(6, others)));
            grid.add(fitted);
        }
        grid.print(out);
        if (portrait.columns().size() > COLUMNS) {
            out.println("  … and %s more: --html OUT.html or --json shows them all"
                    .formatted(Figures.count(portrait.columns().size() - COLUMNS, "column")));
        }
    }

    private List<String> cells(ColumnPortrait column, Portrait portrait) {
        boolean target = portrait.target().filter(column.name()::equals).isPresent();
        var remark = column.remarks().isEmpty() ? "" : column.remarks().get(0).brief();
        return List.of(
                cut(Printable.of(column.name()), NAME),
                column.kind().label(),
                Figures.share(column.missingShare()),
                blocks
                        ? Figures.count(column.distinct())
                        : Figures.count(column.distinct()).replace('≈', '~'),
                Sparkline.of(heights(column), SPARK, blocks),
                cut(Printable.of(typical(column)), TYPICAL),
                target ? (remark.isEmpty() ? "target" : "target, " + remark) : remark);
    }

    private static List<Double> heights(ColumnPortrait column) {
        return column.bins().isEmpty()
                ? column.top().stream().map(top -> top.count().value()).toList()
                : column.bins().stream().map(bin -> bin.count().value()).toList();
    }

    private static String typical(ColumnPortrait column) {
        return column.spread().map(spread -> typical(column, spread)).orElseGet(() -> frequent(column));
    }

    /** As many of the frequent values as there is room for. */
    private static String frequent(ColumnPortrait column) {
        var text = "";
        for (var top : column.top()) {
            var one = cut(Printable.of(top.value()), 16) + " " + Figures.share(top.share());
            if (!text.isEmpty() && text.length() + one.length() + 2 > TYPICAL) {
                return text;
            }
            text = text.isEmpty() ? one : text + ", " + one;
        }
        return text;
    }

    private static String typical(ColumnPortrait column, ColumnPortrait.Spread spread) {
        var ends = new ArrayList<>(List.of(Figures.value(column.kind(), spread.min())));
        var median = Figures.value(column.kind(), spread.median());
        var max = Figures.value(column.kind(), spread.max());
        if (!median.isEmpty() && ends.get(0).length() + median.length() + max.length() + 6 <= TYPICAL) {
            ends.add(median);
        }
        ends.add(max);
        return String.join(" … ", ends);
    }

    // ---- together

    private void byTarget(Portrait portrait, Together together) {
        if (together.byTarget().isEmpty()) {
            return;
        }
        out.println();
        if (together.byTarget().stream().noneMatch(feature -> feature.explained() >= LITTLE)) {
            out.println("No column alone says anything about "
                    + Printable.of(cut(portrait.target().orElse(""), NAME)));
            return;
        }
        out.println("Says most about %s"
                        .formatted(Printable.of(cut(portrait.target().orElse(""), NAME)))
                + (together.exact() ? "" : " (from a sample of %s)".formatted(Figures.count(together.rows(), "row"))));
        boolean ranked =
                together.byTarget().stream().anyMatch(feature -> feature.auc().isPresent());
        var grid = new Grid(
                "column",
                "explains",
                ranked ? "AUC" : "",
                "",
                together.byTarget().get(0).of());
        together.byTarget().stream()
                .filter(feature -> feature.explained() >= LITTLE)
                .limit(FEATURES)
                .forEach(feature -> {
                    var heights = feature.steps().stream()
                            .map(step -> step.rows() == 0 ? 0.0 : Math.abs(step.target()))
                            .toList();
                    grid.add(List.of(
                            cut(feature.column(), NAME),
                            Figures.share(feature.explained()),
                            feature.auc().isPresent()
                                    ? Shown.number(feature.auc().getAsDouble())
                                    : "",
                            Sparkline.of(heights, SPARK, blocks),
                            cut(ends(feature), WIDTH - NAME - SPARK - 30)));
                });
        grid.print(out);
    }

    private static String ends(Together.ByTarget feature) {
        var steps = feature.steps();
        return steps.isEmpty()
                ? ""
                : end(steps.get(0)) + (steps.size() == 1 ? "" : " … " + end(steps.get(steps.size() - 1)));
    }

    private static String end(Together.Step step) {
        boolean share = step.target() >= 0 && step.target() <= 1;
        return cut(step.label(), 14) + ": " + (share ? Figures.share(step.target()) : Figures.number(step.target()));
    }

    private void strange(Together together) {
        if (together.strange().isEmpty()) {
            return;
        }
        out.println();
        out.println("Strange rows");
        together.strange().stream()
                .limit(ROWS)
                .forEach(row -> wrapped(
                        "  - ", "row %s: %s".formatted(Figures.count(row.record()), String.join("; ", row.reasons()))));
    }

    // ---- remarks

    private void remarks(Portrait portrait) {
        var worth = portrait.remarks().stream()
                .filter(remark -> remark.weight() != Remark.Weight.NOTE)
                .toList();
        if (worth.isEmpty()) {
            return;
        }
        var marks = Map.of(Remark.Weight.DANGER, "  ! ", Remark.Weight.DECIDE, "  ? ");
        out.println();
        out.println("Worth a look");
        worth.stream()
                .limit(REMARKS)
                .forEach(remark -> wrapped(
                        marks.getOrDefault(remark.weight(), "  - "),
                        (remark.column().isEmpty() ? "" : cut(remark.column(), 2 * NAME) + ": ")
                                + cut(remark.text(), 4 * WIDTH)));
        if (worth.size() > REMARKS) {
            out.println("  … and %s more: --json shows them all".formatted(Figures.count(worth.size() - REMARKS)));
        }
    }

    /** The text in lines that fit, those after the first indented as far as the mark. */
    private void wrapped(String mark, String text) {
        var line = new StringBuilder(mark);
        for (var word : Printable.of(text).split("\\s+", -1)) {
            if (line.length() > mark.length() && line.length() + word.length() > WIDTH) {
                out.println(line.toString().stripTrailing());
                line = new StringBuilder(" ".repeat(mark.length()));
            }
            line.append(word).append(' ');
        }
        out.println(line.toString().stripTrailing());
    }

    // ---- samples

    private void samples(Portrait portrait) {
        portrait.samples().ifPresent(samples -> {
            out.println();
            out.println("Samples");
            for (var row : samples.rows()) {
                var values = new ArrayList<String>();
                for (int i = 0; i < samples.columns().size(); i++) {
                    if (!row.values().get(i).isEmpty()) {
                        values.add("%s=%s"
                                .formatted(
                                        cut(samples.columns().get(i), NAME),
                                        cut(row.values().get(i), 40)));
                    }
                }
                wrapped(
                        "  - ",
                        cut("row %s: %s".formatted(Figures.count(row.record()), String.join("  ", values)), 1_500));
            }
        });
    }

    /** The end of a path says more than its beginning. */
    static String end(String text, int most) {
        int points = text.codePointCount(0, text.length());
        return points <= most ? text : "…" + text.substring(text.offsetByCodePoints(0, points - most + 1));
    }

    static String cut(String text, int most) {
        return text.codePointCount(0, text.length()) <= most
                ? text
                : text.substring(0, text.offsetByCodePoints(0, most - 1)) + "…";
    }
}
