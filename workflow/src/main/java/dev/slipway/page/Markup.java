package dev.slipway.page;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Set;

/**
 * Writes well-formed markup that reads the same as XML and as HTML. Whatever is given as text or as the value of an attribute
 * stays text: it is escaped here and nowhere else. For one thread.
 */
final class Markup {
    /** Elements without content in HTML; all others are written with an end tag, which HTML demands. */
    private static final Set<String> VOID = Set.of("meta", "br", "hr", "col", "input");

    private final StringBuilder written;
    private final Deque<String> open = new ArrayDeque<>();

    Markup() {
        this(1 << 16);
    }

    private Markup(int expected) {
        written = new StringBuilder(expected);
    }

    /** Begins an element. Attributes come in pairs: name, value. */
    Markup open(String element, String... attributes) {
        begin(element, attributes);
        written.append('>');
        open.push(element);
        return this;
    }

    /** An element that holds this text and nothing else. */
    Markup leaf(String element, String text, String... attributes) {
        return open(element, attributes).text(text).close();
    }

    /** An element that holds nothing. */
    Markup empty(String element, String... attributes) {
        begin(element, attributes);
        if (VOID.contains(element)) {
            written.append("/>");
        } else {
            written.append("></").append(element).append('>');
        }
        return this;
    }

    private void begin(String element, String... attributes) {
        written.append('<').append(element);
        for (int i = 0; i < attributes.length; i += 2) {
            written.append(' ').append(attributes[i]).append("=\"");
            escape(attributes[i + 1]);
            written.append('"');
        }
    }

    Markup text(String text) {
        escape(text);
        return this;
    }

    /** Our own words, which need no escape: a style or a script. */
    Markup trusted(String element, String content) {
        if (content.indexOf('<') >= 0 || content.indexOf('&') >= 0) {
            throw new IllegalArgumentException("an XML parser would read this otherwise than a browser does");
        }
        written.append('<').append(element).append('>').append(content).append("</");
        written.append(element).append('>');
        return this;
    }

    /** Ends the element that was begun last. */
    Markup close() {
        written.append("</").append(open.pop()).append('>');
        return this;
    }

    /** Everything that was written; all elements are ended. */
    String finish() {
        if (!open.isEmpty()) {
            throw new IllegalStateException("not ended: " + open);
        }
        return written.toString();
    }

    private void escape(String text) {
        for (int i = 0; i < text.length(); ) {
            int point = text.codePointAt(i);
            i += Character.charCount(point);
            switch (point) {
                case '<' -> written.append("&lt;");
                case '>' -> written.append("&gt;");
                case '&' -> written.append("&amp;");
                case '"' -> written.append("&quot;");
                case '\'' -> written.append("&#39;");
                default -> character(point);
            }
        }
    }

    /** What XML cannot hold, and what could steer the direction of text, is shown as its number. */
    private void character(int point) {
        int type = Character.getType(point);
        boolean plain = point == '\n'
                || (type != Character.CONTROL
                        && type != Character.FORMAT
                        && type != Character.SURROGATE
                        && point != 0xFFFE
                        && point != 0xFFFF);
        if (plain) {
            written.appendCodePoint(point);
        } else {
            written.append(String.format("\\u%04x", point));
        }
    }
}
