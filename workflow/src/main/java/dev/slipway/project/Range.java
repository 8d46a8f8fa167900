package dev.slipway.project;

import dev.slipway.document.Node;
import java.util.Optional;
import java.util.regex.Pattern;

/** From one number to another, both included; one number alone is a range that holds only it. Written {@code 50..500}. */
public record Range(double low, double high) {
    private static final String NUMBER = "-?\\d+(?:\\.\\d+)?(?:[eE][+-]?\\d+)?";
    private static final Pattern WRITTEN = Pattern.compile("(" + NUMBER + ")(?:\\.\\.(" + NUMBER + "))?");

    static Range of(double only) {
        return new Range(only, only);
    }

    /**
     * Reads a range that must lie within bounds.
     *
     * @param whole whether only whole numbers make sense
     */
    static Range read(Optional<Node> node, Range otherwise, Range bounds, boolean whole) {
        if (node.isEmpty()) {
            return otherwise;
        }
        var found = node.get();
        var matcher = WRITTEN.matcher(found.written());
        if (!matcher.matches()) {
            found.problem(
                    "PROJECT-RANGE",
                    "%s is not a number and not a range".formatted(found.shown()),
                    "write a number such as 6, or a range such as 2..8");
            return otherwise;
        }
        double low = Double.parseDouble(matcher.group(1));
        double high = matcher.group(2) == null ? low : Double.parseDouble(matcher.group(2));
        boolean inside = low >= bounds.low && high <= bounds.high && low <= high;
        if (!inside || (whole && (low != Math.rint(low) || high != Math.rint(high)))) {
            found.problem(
                    "PROJECT-RANGE",
                    "%s is outside %s%s".formatted(found.shown(), bounds, whole ? ", or not whole" : ""),
                    "write %s within %s, the lower one first".formatted(whole ? "whole numbers" : "numbers", bounds));
            return otherwise;
        }
        return new Range(low, high);
    }

    /** The nearest number within. */
    public double clamp(double number) {
        return Math.min(Math.max(number, low), high);
    }

    public boolean single() {
        return low == high;
    }

    @Override
    public String toString() {
        return shown(low) + ".." + shown(high);
    }

    private static String shown(double number) {
        return number == Math.rint(number) && Math.abs(number) < 1e15
                ? Long.toString((long) number)
                : Double.toString(number);
    }
}
