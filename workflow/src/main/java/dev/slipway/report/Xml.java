package dev.slipway.report;

/** Text made harmless for XML 1.0 and for people: what XML cannot hold, and what nobody can see, is written as an escape. */
final class Xml {
    private Xml() {}

    /** For content and for attributes in double quotes. */
    static String of(String text) {
        var safe = new StringBuilder(text.length() + 16);
        text.codePoints().forEach(point -> append(safe, point));
        return safe.toString();
    }

    private static void append(StringBuilder safe, int point) {
        switch (point) {
            case '&' -> safe.append("&amp;");
            case '<' -> safe.append("&lt;");
            case '>' -> safe.append("&gt;");
            case '"' -> safe.append("&quot;");
            case '\'' -> safe.append("&#39;");
            case '\n' -> safe.append("&#10;");
            default -> {
                if (isHidden(point)) {
                    safe.append("\\u%04x".formatted(point));
                } else {
                    safe.appendCodePoint(point);
                }
            }
        }
    }

    /* Control and formatting characters (they turn text around), halves of pairs, and the two XML has no place for. */
    private static boolean isHidden(int point) {
        int type = Character.getType(point);
        return type == Character.CONTROL
                || type == Character.FORMAT
                || type == Character.SURROGATE
                || type == Character.LINE_SEPARATOR
                || type == Character.PARAGRAPH_SEPARATOR
                || (point & 0xFFFE) == 0xFFFE;
    }
}
