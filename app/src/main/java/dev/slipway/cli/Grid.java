package dev.slipway.cli;

import dev.slipway.problem.Printable;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** Rows of text in aligned columns: words to the left, figures to the right. */
final class Grid {
    private final List<List<String>> rows = new ArrayList<>();

    Grid(String... header) {
        rows.add(List.of(header));
    }

    void add(List<String> row) {
        rows.add(row.stream().map(Printable::of).toList());
    }

    void print(PrintWriter out) {
        int columns = rows.get(0).size();
        int[] widths = IntStream.range(0, columns)
                .map(column -> rows.stream()
                        .mapToInt(row -> row.get(column).length())
                        .max()
                        .orElse(0))
                .toArray();
        for (var row : rows) {
            var line = new StringBuilder("  ");
            for (int column = 0; column < columns; column++) {
                var cell = row.get(column);
                var blanks = " ".repeat(widths[column] - cell.length());
                line.append(figures(column) ? blanks + cell : cell + blanks).append("  ");
            }
            out.println(line.toString().stripTrailing());
        }
    }

    /** Whether every cell below the header is a figure, or empty. */
    private boolean figures(int column) {
        return rows.stream()
                .skip(1)
                .map(row -> row.get(column))
                .allMatch(cell -> cell.matches("[-+*]?[0-9.,]*( ±.*| .{0,4}|%)?"));
    }
}
