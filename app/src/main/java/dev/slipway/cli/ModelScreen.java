package dev.slipway.cli;

import dev.slipway.explain.Dependence;
import dev.slipway.explain.Gain;
import dev.slipway.explain.Importance;
import dev.slipway.workflow.ExplainModel;
import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;

/** What a model rests on, in a terminal of 100 columns. */
final class ModelScreen {
    private static final int COLUMNS = 15;
    private static final int DEPENDENCES = 3;
    private static final int POINTS = 8;
    private static final int NAME = 28;

    private ModelScreen() {}

    static void print(PrintWriter out, ExplainModel.Answer answer) {
        out.println("%s: %s, %s"
                .formatted(
                        name(answer.model(), answer.version(), answer.run()),
                        answer.candidate(),
                        answer.explanation().summary().text()));
        out.println("its answers depend on: "
                + (answer.explanation().summary().inputs().isEmpty()
                        ? "nothing"
                        : few(answer.explanation().summary().inputs())));
        out.println("figures of %,d rows of %s".formatted(answer.rows(), answer.data()));
        Shown.basis(out, answer.basis());
        answer.clusters().ifPresent(clusters -> UnlabelledScreen.clusters(out, clusters));
        UnlabelledScreen.strangest(out, answer.strangest());
        shuffled(out, answer);
        contributions(out, answer.explanation().contributions());
        gains(out, answer.explanation().gains());
        answer.explanation().dependences().stream().limit(DEPENDENCES).forEach(each -> dependence(out, each));
        if (answer.explanation().dependences().size() > DEPENDENCES) {
            out.println();
            out.println("%d more dependences: --json"
                    .formatted(answer.explanation().dependences().size() - DEPENDENCES));
        }
    }

    /** As in {@code ferry version 3 (run 4f0a91c2)}. */
    static String name(String model, Optional<Integer> version, String run) {
        return version.map(number -> "%s version %d (run %s)".formatted(model, number, Shown.id(run)))
                .orElseGet(() -> "%s, run %s".formatted(model, Shown.id(run)));
    }

    private static String few(List<String> names) {
        var first = String.join(", ", names.stream().limit(COLUMNS).toList());
        return names.size() <= COLUMNS ? first : "%s and %d more".formatted(first, names.size() - COLUMNS);
    }

    private static void shuffled(PrintWriter out, ExplainModel.Answer answer) {
        if (answer.explanation().shuffled().isEmpty()) {
            return;
        }
        out.println();
        out.println("What %s (%s here) loses when a column is shuffled"
                .formatted(
                        answer.metric(),
                        Shown.number(answer.explanation().score().orElse(Double.NaN))));
        importances(out, answer.explanation().shuffled(), "loss");
    }

    private static void contributions(PrintWriter out, List<Importance> contributions) {
        if (contributions.isEmpty()) {
            return;
        }
        out.println();
        out.println("How far a column moves the margin of a row, up or down, on average");
        importances(out, contributions, "mean");
    }

    private static void gains(PrintWriter out, List<Gain> gains) {
        if (gains.isEmpty()) {
            return;
        }
        out.println();
        out.println("What the trees ask about, and how much of their gain comes of it");
        var grid = new Grid("column", "questions", "gain", "");
        gains.stream()
                .limit(COLUMNS)
                .forEach(each -> grid.add(List.of(
                        cut(each.column()),
                        Integer.toString(each.splits()),
                        String.format(Locale.ROOT, "%.1f %%", 100 * each.share()),
                        Bars.of(each.share(), gains.get(0).share()))));
        grid.print(out);
    }

    private static void importances(PrintWriter out, List<Importance> importances, String measured) {
        double largest = importances.stream()
                .mapToDouble(each -> Math.abs(each.mean()))
                .max()
                .orElse(0);
        var grid = new Grid("column", measured, "95 % from", "to", "");
        importances.stream()
                .limit(COLUMNS)
                .forEach(each -> grid.add(List.of(
                        cut(each.column()),
                        Shown.number(each.mean()),
                        Shown.number(each.low()),
                        Shown.number(each.high()),
                        Bars.of(each.mean(), largest))));
        grid.print(out);
        if (importances.size() > COLUMNS) {
            out.println("  and %d columns more: --json".formatted(importances.size() - COLUMNS));
        }
    }

    private static void dependence(PrintWriter out, Dependence dependence) {
        out.println();
        out.println(
                "How '%s' goes with %s, everything else as it is".formatted(dependence.answer(), dependence.column()));
        double largest = dependence.points().stream()
                .mapToDouble(point -> Math.abs(point.mean()))
                .max()
                .orElse(0);
        var grid = new Grid(cut(dependence.column()), "mean", "10 % below", "10 % above", "");
        int points = dependence.points().size();
        int shown = Math.min(points, POINTS);
        IntStream.range(0, shown)
                .mapToObj(place -> dependence.points().get(shown == 1 ? 0 : place * (points - 1) / (shown - 1)))
                .forEach(point -> grid.add(List.of(
                        point.value().isEmpty() ? "(missing)" : cut(point.value()),
                        Shown.number(point.mean()),
                        Shown.number(point.low()),
                        Shown.number(point.high()),
                        Bars.of(point.mean(), largest))));
        grid.print(out);
    }

    /** The beginning of a long name. */
    static String cut(String name) {
        return cut(name, NAME);
    }

    /** The beginning of what is longer than this. */
    static String cut(String text, int longest) {
        return text.length() <= longest ? text : text.substring(0, longest - 1) + "…";
    }
}
