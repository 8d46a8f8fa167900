package dev.slipway.contract;

import dev.slipway.document.Json;
import dev.slipway.problem.Printable;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Single values and lists as YAML that reads back as the same, in as few characters as is safe. */
final class YamlText {
    /** Words that some YAML reader takes for something else than text. */
    private static final Set<String> NOT_TEXT = Set.of("null", "true", "false", "yes", "no", "on", "off", "y", "n");

    private static final Pattern PLAIN = Pattern.compile("[A-Za-z_][A-Za-z0-9_]*+(?:[-.][A-Za-z0-9_]++)*+");
    private static final double WHOLE = 1e15;
    private static final int WIDE = 110;

    private YamlText() {}

    /** Whole numbers without a point, others in the fewest digits that read back as the same double. */
    static String number(double value) {
        if (value == StrictMath.rint(value) && Math.abs(value) < WHOLE) {
            return value == 0 && 1 / value < 0 ? "-0" : Long.toString((long) value);
        }
        return Double.isNaN(value) ? "NaN" : Json.number(value);
    }

    static String oneLine(String text) {
        return Printable.of(text).replace("\n", "\\n").replace("\r", "\\r");
    }

    static String list(List<String> words, boolean numbers) {
        return "["
                + wrapped(words.stream()
                        .map(word -> numbers ? word : scalar(word))
                        .toList())
                + "]";
    }

    /** Joined by commas; a new line where one gets long. */
    static String wrapped(List<String> parts) {
        var out = new StringBuilder();
        int line = 0;
        for (String part : parts) {
            if (!out.isEmpty()) {
                boolean full = line + part.length() > WIDE;
                out.append(full ? ",\n      " : ", ");
                line = full ? 0 : line;
            }
            out.append(part);
            line += part.length() + 2;
        }
        return out.toString();
    }

    /** Text as YAML: plain where nobody can misread it, else in double quotes. */
    static String scalar(String text) {
        if (PLAIN.matcher(text).matches() && !NOT_TEXT.contains(text.toLowerCase(Locale.ROOT))) {
            return text;
        }
        return doubleQuoted(text);
    }

    static String doubleQuoted(String text) {
        return Json.write(text)
                .chars()
                .mapToObj(c -> isHidden(c) ? "\\u%04x".formatted(c) : Character.toString(c))
                .collect(Collectors.joining());
    }

    static boolean isHidden(int c) {
        return (c >= 0x7F && c <= 0x9F)
                || Character.getType(c) == Character.FORMAT
                || c == 0x2028
                || c == 0x2029
                || c >= 0xFFFE;
    }
}
