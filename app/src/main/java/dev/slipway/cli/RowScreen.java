package dev.slipway.cli;

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
import java.util.stream.Collectors;

/** One row from its raw values to the answer, in a terminal of 100 columns. */
final class RowScreen {
    private static final int WIDTH = 98;
    private static final int LINES = 12;
    private static final int INDENT = 18;
    private static final int VALUE = 24;
    private static final int ALONE = 60;
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
        raw(out, explanation.raw());
        explanation.steps().forEach(step -> step(out, step));
        var raw = explanation.raw().stream().collect(Collectors.toMap(Cell::column, RowScreen::value));
        mostLikely(explanation).forEach(margin -> SharesScreen.print(out, answer.shared(), margin, raw));
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
                .forEach(each ->
                        out.println("  %s  %s".formatted(Printable.of(each.label()), Double.toString(each.value()))));
    }

    /** All values, in as many lines as they need. */
    private static void raw(PrintWriter out, List<Cell> cells) {
        var line = "";
        var step = "raw";
        for (var cell : cells) {
            if (!line.isEmpty() && line.length() + shown(cell).length() > WIDTH - INDENT) {
                line(out, step, line);
                line = "";
                step = "";
            }
            line += (line.isEmpty() ? "" : " · ") + shown(cell);
        }
        line(out, step, line.isEmpty() ? "(nothing that the model reads)" : line);
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
                .map(cell -> told(cell, from, to.size() == 1 ? ALONE : VALUE))
                .collect(Collectors.joining(", "));
        long others = to.stream()
                .filter(cell ->
                        to.size() > 1 && cell.value().filter("false"::equals).isPresent())
                .count();
        var rest = others == 0 ? "" : " (%d other%s false)".formatted(others, others == 1 ? "" : "s");
        var left = from.stream().map(RowScreen::shown).collect(Collectors.joining(", "));
        return left + " → " + (told.isEmpty() ? "all %d false".formatted(others) : told + rest);
    }

    /** The value alone, where the column keeps its name. */
    private static String told(Cell cell, List<Cell> from, int longest) {
        boolean same = from.size() == 1 && from.get(0).column().equals(cell.column());
        return (same ? "" : cell.column() + " ") + value(cell, longest);
    }

    private static String shown(Cell cell) {
        return cell.column() + " " + value(cell);
    }

    private static String value(Cell cell) {
        return value(cell, VALUE);
    }

    private static String value(Cell cell, int longest) {
        var text = cell.value().map(value -> value.isEmpty() ? "''" : value).orElse("(missing)");
        return ModelScreen.cut(text.replaceAll("\\s+", " "), longest);
    }

    private static void line(PrintWriter out, String step, String text) {
        var line = "  %-10s %s".formatted(step, Printable.of(text));
        out.println((line.length() <= WIDTH ? line : line.substring(0, WIDTH - 1) + "…").stripTrailing());
    }
}
