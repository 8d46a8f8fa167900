package dev.slipway.problem;

/** Text that a terminal or a log can show without being steered by it. */
public final class Printable {
    private static final int LONGEST = 2_000;

    private Printable() {}

    /** The text with control, bidirectional and unpaired characters written as escapes, cut where it gets long. */
    public static String of(String text) {
        var shown = new StringBuilder(Math.min(text.length(), LONGEST) + 16);
        text.codePoints().limit(LONGEST).forEach(point -> append(shown, point));
        if (text.codePointCount(0, text.length()) > LONGEST) {
            shown.append("… (").append(text.length()).append(" characters)");
        }
        return shown.toString();
    }

    private static void append(StringBuilder shown, int point) {
        int type = Character.getType(point);
        boolean plain = point == '\n'
                || (type != Character.CONTROL
                        && type != Character.FORMAT
                        && type != Character.SURROGATE
                        && type != Character.LINE_SEPARATOR
                        && type != Character.PARAGRAPH_SEPARATOR);
        if (plain) {
            shown.appendCodePoint(point);
        } else {
            shown.append(String.format("\\u%04x", point));
        }
    }
}
