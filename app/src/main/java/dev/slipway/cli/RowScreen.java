package dev.slipway.cli;

import dev.slipway.explain.Contribution;
import dev.slipway.explain.Contributions;
import dev.slipway.explain.RowExplanation;
import dev.slipway.explain.RowStep;
import dev.slipway.explain.RowStep.Cell;
import dev.slipway.explain.RowStep.Change;
import dev.slipway.problem.Printable;
import dev.slipway.workflow.ExplainRow;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** One row from its raw values to the answer, in a terminal of 100 columns. */
final class RowScreen {
    private static final int WIDTH = 98;
    private static final int LINES = 12;
    private static final int COLUMNS = 15;
    private static final int PARTS = 3;
    private static final int VALUE = 24;
    private static final int CLASSES = 3;

    private RowScreen() {}

    static void print(PrintWriter out, ExplainRow.Answer answer) {
        var explanation = answer.explanation();
        out.println("%s, answered by %s: %s"
                .formatted(
                        answer.row(),
                        ModelScreen.name(answer.model(), answer.version(), answer.run()),
                        answer.candidate()));
        out.println();
        out.println("From its values to the model");
        line(out, "raw", explanation.raw().stream().map(RowScreen::shown).collect(Collectors.joining(" · ")));
        explanation.steps().forEach(step -> step(out, step));
        var raw = explanation.raw().stream().collect(Collectors.toMap(Cell::column, RowScreen::value));
        mostLikely(explanation).forEach(margin -> shared(out, answer.shared(), margin, raw));
        if (!explanation.margins().isEmpty()) {
            out.println("  base: " + answer.base());
        } else {
            out.println();
            out.println(Printable.of("The model is %s; nothing can be shared out among its columns"
                    .formatted(answer.summary().text())));
        }
        out.println();
        explanation
                .answers()
                .forEach(each -> out.println("  %s  %s".formatted(Printable.of(each.label()), digits(each.value()))));
    }

    /** All margins; of many classes those of the likeliest. */
    private static List<Contributions> mostLikely(RowExplanation explanation) {
        if (explanation.margins().size() <= CLASSES) {
            return explanation.margins();
        }
        return explanation.margins().stream()
                .sorted((one, other) -> Double.compare(other.margin(), one.margin()))
                .limit(CLASSES)
                .toList();
    }

    private static void step(PrintWriter out, RowStep step) {
        var byFrom = new LinkedHashMap<List<Cell>, List<Cell>>();
        for (Change change : step.changes()) {
            byFrom.computeIfAbsent(change.from(), unseen -> new ArrayList<>()).add(change.to());
        }
        if (byFrom.isEmpty()) {
            line(out, step.step(), "(nothing that the model reads)");
        }
        int shown = 0;
        for (var change : byFrom.entrySet()) {
            if (shown++ == LINES) {
                line(out, "", "and %d values more: --json".formatted(byFrom.size() - LINES));
                break;
            }
            line(out, shown == 1 ? step.step() : "", changed(change.getKey(), change.getValue()));
        }
    }

    /** What became of it; of many ones and zeros, the ones. */
    private static String changed(List<Cell> from, List<Cell> to) {
        var told = to.stream()
                .filter(cell ->
                        to.size() == 1 || !cell.value().filter("false"::equals).isPresent())
                .map(cell -> from.size() == 1 && from.get(0).column().equals(cell.column()) ? value(cell) : shown(cell))
                .collect(Collectors.joining(", "));
        long others = to.stream()
                .filter(cell ->
                        to.size() > 1 && cell.value().filter("false"::equals).isPresent())
                .count();
        var rest = others == 0 ? "" : " (%d other%s false)".formatted(others, others == 1 ? "" : "s");
        var left = from.stream().map(RowScreen::shown).collect(Collectors.joining(", "));
        return left + " → " + (told.isEmpty() ? "all %d false".formatted(others) : told + rest);
    }

    private static String shown(Cell cell) {
        return cell.column() + " " + value(cell);
    }

    private static String value(Cell cell) {
        var text = cell.value().map(value -> value.isEmpty() ? "''" : value).orElse("(missing)");
        return text.length() <= VALUE ? text : text.substring(0, VALUE - 1) + "…";
    }

    private static void line(PrintWriter out, String step, String text) {
        var line = "  %-10s %s".formatted(step, Printable.of(text));
        out.println((line.length() <= WIDTH ? line : line.substring(0, WIDTH - 1) + "…").stripTrailing());
    }

    private static void shared(PrintWriter out, String what, Contributions margin, Map<String, String> raw) {
        out.println();
        out.println("What each column adds to the %s%s"
                .formatted(what, Printable.of(" of '%s'".formatted(margin.label()))));
        double largest = margin.columns().stream()
                .mapToDouble(each -> Math.abs(each.amount()))
                .max()
                .orElse(0);
        var grid = new Grid("column", "value", "adds", "", "of which");
        grid.add(List.of("(base)", "", signed(margin.base()), "", ""));
        margin.columns().stream().limit(COLUMNS).forEach(each -> grid.add(row(each, raw, largest)));
        double rest = margin.columns().stream()
                .skip(COLUMNS)
                .mapToDouble(Contribution::amount)
                .sum();
        if (margin.columns().size() > COLUMNS) {
            grid.add(List.of(
                    "(%d more)".formatted(margin.columns().size() - COLUMNS),
                    "",
                    signed(rest),
                    Bars.of(rest, largest),
                    ""));
        }
        grid.add(List.of("(%s)".formatted(what), "", signed(margin.margin()), "", ""));
        grid.print(out);
    }

    private static List<String> row(Contribution contribution, Map<String, String> raw, double largest) {
        var values = contribution.columns().stream()
                .map(column -> raw.getOrDefault(column, ""))
                .collect(Collectors.joining(", "));
        return List.of(
                ModelScreen.cut(contribution.name()),
                values.length() <= VALUE ? values : values.substring(0, VALUE - 1) + "…",
                signed(contribution.amount()),
                Bars.of(contribution.amount(), largest),
                parts(contribution));
    }

    private static String parts(Contribution contribution) {
        var parts = contribution.parts();
        if (parts.size() == 1
                && contribution.columns().equals(List.of(parts.get(0).feature()))) {
            return "";
        }
        var told = parts.stream()
                .filter(part -> part.amount() != 0)
                .limit(PARTS)
                .map(part -> "%s %s".formatted(ModelScreen.cut(part.feature()), signed(part.amount())))
                .collect(Collectors.joining(", "));
        return parts.size() > PARTS ? told + ", …" : told;
    }

    private static String signed(double amount) {
        return String.format(Locale.ROOT, "%+.4f", amount);
    }

    private static String digits(double value) {
        return Double.toString(value);
    }
}
