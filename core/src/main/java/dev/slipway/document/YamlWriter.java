package dev.slipway.document;

import dev.slipway.problem.Printable;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/**
 * Writes YAML that people like to read and that reads back as the same tree: keys in the order given, comments above keys,
 * quotes only where plain text would mean something else. Values are text, numbers, booleans, lists, maps with text keys,
 * {@link Optional} (empty = nothing) and whatever has a {@code toString} that is meant, such as an enum.
 */
public final class YamlWriter {
    private static final int LINE = 100;
    /** YAML wants longer keys in another form; so far from its limit of 1,024 nobody has to count escapes. */
    private static final int LONGEST_KEY = 128;

    private final StringBuilder out;
    private final int indent;
    private boolean continuesLine;
    private boolean empty = true;

    private YamlWriter(StringBuilder out, int indent, boolean continuesLine) {
        this.out = out;
        this.indent = indent;
        this.continuesLine = continuesLine;
    }

    /** The text of a document whose root mapping is filled by the caller. */
    public static String document(Consumer<YamlWriter> root) {
        var out = new StringBuilder();
        var writer = new YamlWriter(out, 0, false);
        root.accept(writer);
        if (writer.empty) {
            out.append("{}\n");
        }
        return out.toString();
    }

    /** A comment line above what is written next. */
    public YamlWriter comment(String text) {
        for (String line : text.split("\n", -1)) {
            startLine();
            out.append(line.isBlank() ? "#" : "# " + Printable.of(line.strip())).append('\n');
        }
        return this;
    }

    /** An empty line, to group keys. */
    public YamlWriter blank() {
        out.append('\n');
        return this;
    }

    /** One key with its value. */
    public YamlWriter put(String key, Object value) {
        key(key);
        value(value, indent);
        return this;
    }

    /** The key, unless the value is empty. */
    public YamlWriter putIfPresent(String key, Optional<?> value) {
        value.ifPresent(present -> put(key, present));
        return this;
    }

    /** One key with a mapping that the caller fills. */
    public YamlWriter mapping(String key, Consumer<YamlWriter> filled) {
        key(key);
        block(filled, indent + 2);
        return this;
    }

    /** One key with a list of mappings, each filled by the caller from an item. */
    public <T> YamlWriter mappings(String key, List<T> items, BiConsumer<YamlWriter, T> filled) {
        key(key);
        if (items.isEmpty()) {
            out.append(" []\n");
            return this;
        }
        out.append('\n');
        for (T item : items) {
            dash(indent + 2);
            int before = out.length();
            var writer = new YamlWriter(out, indent + 4, true);
            filled.accept(writer, item);
            if (writer.empty) {
                out.insert(before, " {}\n");
            }
        }
        return this;
    }

    private void key(String key) {
        startLine();
        empty = false;
        String shown = scalar(key, true);
        if (shown.length() > LONGEST_KEY) {
            out.append("? ")
                    .append(shown)
                    .append('\n')
                    .append(" ".repeat(indent))
                    .append(':');
        } else {
            out.append(shown).append(':');
        }
    }

    private void startLine() {
        if (continuesLine) {
            out.append(' ');
            continuesLine = false;
        } else {
            out.append(" ".repeat(indent));
        }
    }

    private void dash(int at) {
        out.append(" ".repeat(at)).append('-');
    }

    private void block(Consumer<YamlWriter> filled, int at) {
        int before = out.length();
        out.append('\n');
        var writer = new YamlWriter(out, at, false);
        filled.accept(writer);
        if (writer.empty) {
            out.insert(before, " {}");
        }
    }

    /** What stands behind "key:" or "-", with its line end; blocks are indented below {@code at}. */
    private void value(Object value, int at) {
        if (value instanceof Map<?, ?> map && !map.isEmpty()) {
            block(inner -> map.forEach((key, item) -> inner.put(String.valueOf(key), item)), at + 2);
        } else if (value instanceof List<?> list && !list.isEmpty() && !fitsLine(list, at)) {
            out.append('\n');
            list.forEach(item -> item(item, at + 2));
        } else {
            out.append(' ').append(inline(value)).append('\n');
        }
    }

    private void item(Object item, int at) {
        dash(at);
        if (item instanceof Map<?, ?> map && !map.isEmpty()) {
            var inner = new YamlWriter(out, at + 2, true);
            map.forEach((key, value) -> inner.put(String.valueOf(key), value));
        } else {
            value(item, at);
        }
    }

    private static boolean fitsLine(List<?> list, int at) {
        boolean simple = list.stream()
                .allMatch(item -> !(item instanceof Map<?, ?> map && !map.isEmpty())
                        && !(item instanceof List<?> inner && !inner.isEmpty()));
        return simple && at + inline(list).length() <= LINE;
    }

    private static String inline(Object value) {
        if (value instanceof Map<?, ?>) {
            return "{}";
        }
        if (value instanceof List<?> list) {
            return list.stream()
                    .map(item -> item instanceof String text ? scalar(text, true) : inline(item))
                    .collect(Collectors.joining(", ", "[", "]"));
        }
        if (value instanceof Optional<?> optional) {
            return optional.isPresent() ? inline(optional.get()) : "null";
        }
        if (value instanceof OptionalDouble number) {
            return number.isPresent() ? number(number.getAsDouble()) : "null";
        }
        if (value instanceof OptionalLong number) {
            return number.isPresent() ? String.valueOf(number.getAsLong()) : "null";
        }
        if (value instanceof Double || value instanceof Float) {
            return number(((Number) value).doubleValue());
        }
        boolean bare = value instanceof Number || value instanceof Boolean;
        return bare ? value.toString() : scalar(value.toString(), false);
    }

    private static String number(double value) {
        if (Double.isNaN(value)) {
            return ".nan";
        }
        return Double.isInfinite(value) ? (value > 0 ? ".inf" : "-.inf") : Json.number(value);
    }

    /** Text, in quotes where it would not read back as the same text. */
    static String scalar(String text, boolean inFlowOrKey) {
        return isPlain(text, inFlowOrKey) ? text : quoted(text);
    }

    private static boolean isPlain(String text, boolean inFlowOrKey) {
        if (text.isEmpty() || text.length() > 1_000 || Scalar.Kind.ofPlain(text) != Scalar.Kind.TEXT) {
            return false;
        }
        char first = text.charAt(0);
        boolean indicator = ",[]{}#&*!|>'\"%@`".indexOf(first) >= 0
                || ("-?:".indexOf(first) >= 0 && (text.length() == 1 || !Character.isLetterOrDigit(text.charAt(1))));
        boolean blankEnds = first == ' ' || text.endsWith(" ") || text.endsWith(":");
        boolean breaks = text.contains(": ") || text.contains(" #") || text.startsWith("...");
        boolean flow = inFlowOrKey && text.chars().anyMatch(c -> ",[]{}:?".indexOf(c) >= 0);
        return !indicator
                && !blankEnds
                && !breaks
                && !flow
                && !"<<".equals(text)
                && text.codePoints().allMatch(YamlWriter::isPrintable);
    }

    private static boolean isPrintable(int point) {
        return (point >= 0x20 && point <= 0x7E)
                || (point >= 0xA0 && point < 0xD800 && point != 0x2028 && point != 0x2029)
                || (point >= 0xE000 && point <= 0xFFFD && point != 0xFEFF)
                || point >= 0x10000;
    }

    private static String quoted(String text) {
        var out = new StringBuilder("\"");
        text.codePoints().forEach(point -> {
            switch (point) {
                case '"' -> out.append("\\\"");
                case '\\' -> out.append("\\\\");
                case '\n' -> out.append("\\n");
                case '\t' -> out.append("\\t");
                case '\r' -> out.append("\\r");
                default -> {
                    if (point >= 0xD800 && point <= 0xDFFF) {
                        throw new IllegalArgumentException("an unpaired surrogate cannot be written as YAML");
                    }
                    if (isPrintable(point)) {
                        out.appendCodePoint(point);
                    } else {
                        out.append(String.format(point > 0xFFFF ? "\\U%08X" : "\\u%04X", point));
                    }
                }
            }
        });
        return out.append('"').toString();
    }
}
