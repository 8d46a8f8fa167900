package dev.slipway.expression;

import java.util.Arrays;

/** The LIKE of SQL: {@code %} any characters, {@code _} one, everything else itself; letter case counts. */
final class Like {
    private static final int ANY = -1;
    private static final int ONE = -2;

    private Like() {}

    /*
     * Two pointers: after a mismatch only the last % takes one more character, because an earlier one could not do
     * better. So the time is at most length × pattern, where a regular expression of %a%a%a… needs minutes.
     */
    static boolean matches(String text, String pattern, String escape) {
        int[] wanted = compile(pattern, escape);
        int[] given = text.codePoints().toArray();
        int at = 0;
        int step = 0;
        int lastAny = -1;
        int resume = 0;
        while (at < given.length) {
            if (step < wanted.length && wanted[step] == ANY) {
                lastAny = step++;
                resume = at;
            } else if (step < wanted.length && (wanted[step] == ONE || wanted[step] == given[at])) {
                step++;
                at++;
            } else if (lastAny >= 0) {
                step = lastAny + 1;
                at = ++resume;
            } else {
                return false;
            }
        }
        while (step < wanted.length && wanted[step] == ANY) {
            step++;
        }
        return step == wanted.length;
    }

    private static int[] compile(String pattern, String escape) {
        int[] points = pattern.codePoints().toArray();
        int escaping = escape.isEmpty() ? -3 : escape.codePointAt(0);
        int[] steps = new int[points.length];
        int count = 0;
        for (int i = 0; i < points.length; i++) {
            if (points[i] == escaping && i + 1 < points.length) {
                steps[count++] = points[++i];
            } else {
                steps[count++] = points[i] == '%' ? ANY : points[i] == '_' ? ONE : points[i];
            }
        }
        return Arrays.copyOf(steps, count);
    }
}
