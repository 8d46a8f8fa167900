package dev.slipway.page;

/** Values of the data as a page shows them: cut where they get long, however they are written. */
final class Words {
    /** As much as a line of a card has room for. */
    static final int SHORT = 40;

    /** As much as a tooltip or a table of samples has room for. */
    static final int LONG = 200;

    private Words() {}

    /** At most this many characters; what is left out is an ellipsis. */
    static String cut(String text, int most) {
        var line = text.strip().replace('\n', '⏎').replace('\r', ' ').replace('\t', ' ');
        if (line.codePointCount(0, line.length()) <= most) {
            return line.isEmpty() ? "(blank)" : line;
        }
        return line.substring(0, line.offsetByCodePoints(0, most - 1)) + "…";
    }
}
