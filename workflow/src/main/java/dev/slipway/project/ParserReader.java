package dev.slipway.project;

import dev.slipway.document.Mapping;
import dev.slipway.document.Node;
import dev.slipway.document.Sequence;
import dev.slipway.expression.Expression;
import dev.slipway.parser.ColumnReading;
import dev.slipway.parser.Parser;
import dev.slipway.problem.SlipwayException;
import dev.slipway.source.Dialect;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** Reads {@code parsers}: the description of each by its name. */
final class ParserReader {
    private ParserReader() {}

    static List<Parser> read(Mapping parsers) {
        return parsers.entries().stream()
                .map(entry -> parser(entry.name(), entry.value().mapping()))
                .toList();
    }

    private static Parser parser(String name, Mapping keys) {
        keys.allowOnly("rename", "columns", "constants", "derive", "drop");
        var rename = map(keys, "rename", Node::written);
        requireDistinct(keys, rename);
        return new Parser(
                name,
                rename,
                columns(keys, rename),
                map(keys, "constants", Node::written),
                map(keys, "derive", ParserReader::expression),
                Set.copyOf(keys.optionalList("drop").stream().map(Node::written).toList()));
    }

    private static <V> Map<String, V> map(Mapping keys, String key, Function<Node, V> value) {
        var map = new LinkedHashMap<String, V>();
        keys.optionalMapping(key)
                .ifPresent(entries ->
                        entries.entries().forEach(entry -> map.put(entry.name(), value.apply(entry.value()))));
        return map;
    }

    private static void requireDistinct(Mapping keys, Map<String, String> rename) {
        var names = new HashSet<String>();
        keys.optionalMapping("rename")
                .ifPresent(entries -> entries.entries().forEach(entry -> {
                    if (!names.add(rename.getOrDefault(entry.name(), ""))) {
                        entry.value()
                                .problem(
                                        "PROJECT-PARSER",
                                        "two columns would be called %s"
                                                .formatted(entry.value().shown()),
                                        "give each its own name");
                    }
                }));
    }

    private static Map<String, ColumnReading> columns(Mapping keys, Map<String, String> rename) {
        keys.optionalMapping("columns")
                .ifPresent(columns -> columns.entries().forEach(entry -> {
                    if (rename.containsKey(entry.name()) && !rename.containsValue(entry.name())) {
                        entry.key()
                                .problem(
                                        "PROJECT-PARSER",
                                        "'%s' has another name by then".formatted(entry.name()),
                                        "write '%s': renaming comes first".formatted(rename.get(entry.name())));
                    }
                }));
        return map(keys, "columns", node -> ReadingReader.read(node.mapping()));
    }

    private static Expression expression(Node node) {
        try {
            return Expression.parse(node.written());
        } catch (SlipwayException unreadable) {
            unreadable.problems().forEach(node::problem);
            return Expression.parse("NULL");
        }
    }

    /** {@code data.train}: a file, a file with its parser and format, or a list of both. */
    static List<DataFile> files(Mapping data, Function<String, Path> resolve) {
        var train = data.require("train");
        if (train.isEmpty()) {
            return List.of();
        }
        var node = train.get();
        var format = data.optionalMapping("format").map(Dialect::read).orElse(Dialect.DETECTED);
        if (node instanceof Sequence) {
            var files = node.list().stream()
                    .map(item -> file(item, resolve, format))
                    .toList();
            if (files.isEmpty()) {
                node.problem("PROJECT-DATA", "the list names no file", "name at least one");
            }
            return files;
        }
        return List.of(file(node, resolve, format));
    }

    private static DataFile file(Node node, Function<String, Path> resolve, Dialect format) {
        if (node instanceof Mapping keys) {
            keys.allowOnly("file", "parser", "format");
            return new DataFile(
                    resolve.apply(keys.text("file")),
                    keys.optionalWritten("parser"),
                    keys.optionalMapping("format").map(Dialect::read).orElse(format));
        }
        return new DataFile(resolve.apply(node.text()), Optional.empty(), format);
    }
}
