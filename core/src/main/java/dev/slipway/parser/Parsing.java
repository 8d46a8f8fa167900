package dev.slipway.parser;

import dev.slipway.problem.Nearest;
import dev.slipway.problem.Problem;
import dev.slipway.problem.SlipwayException;
import dev.slipway.table.Column;
import dev.slipway.table.Misread;
import dev.slipway.table.Missing;
import dev.slipway.table.Table;
import dev.slipway.table.TextColumn;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** One table on its way through a parser. For one thread. */
final class Parsing {
    private final Parser parser;
    private final Table raw;
    private final Map<String, Column> columns = new LinkedHashMap<>();
    private final Map<Integer, List<Misread>> misread = new TreeMap<>();

    Parsing(Parser parser, Table raw) {
        this.parser = parser;
        this.raw = raw;
    }

    Table table() {
        requireColumns();
        for (var column : raw.columns()) {
            var name = parser.rename().getOrDefault(column.name(), column.name());
            columns.put(name, column.named(name));
        }
        parser.columns().forEach((name, reading) -> columns.computeIfPresent(name, (key, it) -> read(it, reading)));
        parser.constants().forEach((name, value) -> columns.put(name, constant(name, value)));
        parser.derive().forEach((name, expression) -> {
            var derived = new Derivation(current(), misread).derive(name, expression);
            columns.put(name, derived.column());
            replace(name, derived.misread());
        });
        parser.drop().forEach(name -> {
            columns.remove(name);
            replace(name, Map.of());
        });
        return current();
    }

    private Table current() {
        return Table.of(List.copyOf(columns.values()), raw.origins().withMisread(misread));
    }

    private void replace(String name, Map<Integer, Misread> cells) {
        misread.replaceAll((row, before) ->
                before.stream().filter(cell -> !cell.column().equals(name)).toList());
        misread.values().removeIf(List::isEmpty);
        cells.forEach(this::note);
    }

    private void note(int row, Misread cell) {
        misread.merge(row, List.of(cell), (before, one) -> {
            var both = new ArrayList<>(before);
            both.addAll(one);
            return List.copyOf(both);
        });
    }

    private void requireColumns() {
        var problems = new ArrayList<Problem>();
        for (var name : parser.wanted()) {
            if (raw.find(name).isEmpty()) {
                problems.add(problem(
                        "PARSER-NO-COLUMN",
                        "there is no column '%s'%s".formatted(name, Nearest.hint(name, raw.names())),
                        "use one of: " + String.join(", ", raw.names())));
            }
        }
        var names = new HashSet<String>();
        for (var name : raw.names()) {
            var shared = parser.rename().getOrDefault(name, name);
            if (!names.add(shared)) {
                problems.add(taken(shared));
            }
        }
        parser.constants().keySet().stream()
                .filter(names::contains)
                .map(this::taken)
                .forEach(problems::add);
        if (!problems.isEmpty()) {
            throw new SlipwayException(SlipwayException.Kind.REFUSED, problems);
        }
    }

    private Problem taken(String name) {
        return problem(
                "PARSER-NAME-TAKEN",
                "two columns would be called '%s'".formatted(name),
                "rename or drop one of them: a raw column in the way needs another name under rename");
    }

    private Problem problem(String code, String what, String fix) {
        return new Problem(code, what, "%s, parser '%s'".formatted(raw.origins().source(), parser.name()), fix);
    }

    private TextColumn constant(String name, String value) {
        return TextColumn.coded(name, new String[] {value}, new int[raw.rows()]);
    }

    private Column read(Column column, ColumnReading reading) {
        var reader = reading.reader();
        if (column instanceof TextColumn texts && texts.isCoded()) {
            return byWord(texts, reader);
        }
        var read = new String[column.size()];
        for (int row = 0; row < read.length; row++) {
            read[row] = "";
            if (!column.isMissing(row)) {
                read[row] = read(column.name(), row, column.text(row), reader);
            }
        }
        return TextColumn.of(column.name(), Missing.where(read.length, column::isMissing), read);
    }

    private String read(String name, int row, String text, CellReader reader) {
        var cell = reader.read(text);
        if (cell.failed()) {
            note(row, misread(name, text, cell.reason()));
        }
        return cell.text();
    }

    /* Every distinct word is read once. Two raw words may become one, and a dictionary has no word twice. */
    private Column byWord(TextColumn texts, CellReader reader) {
        var reads = texts.dictionary().stream().map(reader::read).toList();
        var codes = new HashMap<String, Integer>();
        var words = new ArrayList<String>();
        int[] code = new int[reads.size()];
        boolean failed = false;
        for (int word = 0; word < code.length; word++) {
            var read = reads.get(word);
            failed |= read.failed();
            code[word] = codes.computeIfAbsent(read.text(), text -> {
                words.add(text);
                return words.size() - 1;
            });
        }
        int[] rows = new int[texts.size()];
        for (int row = 0; row < rows.length; row++) {
            int word = texts.code(row);
            rows[row] = code[word];
            if (failed && reads.get(word).failed()) {
                note(row, misread(texts.name(), texts.at(row), reads.get(word).reason()));
            }
        }
        return TextColumn.coded(texts.name(), words.toArray(String[]::new), rows);
    }

    private Misread misread(String column, String value, String reason) {
        return new Misread(
                column,
                value,
                "parser '%s' cannot read it from column '%s': %s"
                        .formatted(parser.name(), parser.rawName(column), reason));
    }
}
