package dev.slipway.profile;

import ch.randelshofer.fastdoubleparser.JavaDoubleParser;

/**
 * Numbers as a data file writes them: {@code -?digits[.digits][e[+-]digits]}, in ASCII digits, and nothing around them.
 * Java's own extras ({@code 1d}, {@code 0x1p3}, {@code NaN}, {@code +1}, blanks, other scripts' digits) are not numbers.
 */
public final class NumberText {
    /** What {@link #integer} answers for text that is no whole number, and for the one text that means this value. */
    public static final long NO_INTEGER = Long.MIN_VALUE;

    private static final int EXACT_DIGITS = 15;
    private static final double[] POWERS = {
        1e0, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15, 1e16, 1e17, 1e18, 1e19,
        1e20, 1e21, 1e22
    };

    private NumberText() {}

    /** The nearest double; {@code NaN} where the text is no number or is beyond the largest double. */
    public static double number(String text) {
        int length = text.length();
        int at = length > 0 && text.charAt(0) == '-' ? 1 : 0;
        boolean negative = at == 1;
        long digits = 0;
        int start = at;
        while (at < length && isDigit(text.charAt(at))) {
            digits = digits * 10 + (text.charAt(at++) - '0');
        }
        int whole = at - start;
        if (whole == 0) {
            return Double.NaN;
        }
        int fraction = 0;
        if (at < length && text.charAt(at) == '.') {
            int point = at++;
            while (at < length && isDigit(text.charAt(at))) {
                digits = digits * 10 + (text.charAt(at++) - '0');
            }
            fraction = at - point - 1;
            if (fraction == 0) {
                return Double.NaN;
            }
        }
        if (at < length) {
            return endsWithExponent(text, at) ? parsed(text) : Double.NaN;
        }
        /*
         * Both numbers are exact doubles, so IEEE division rounds once and gives the nearest double (Clinger 1990). Longer
         * ones may have overflowed the long: they go the long way.
         */
        if (whole + fraction <= EXACT_DIGITS) {
            double magnitude = fraction == 0 ? digits : digits / POWERS[fraction];
            return negative ? -magnitude : magnitude;
        }
        return parsed(text);
    }

    private static double parsed(String text) {
        double value = JavaDoubleParser.parseDouble(text);
        return Double.isInfinite(value) ? Double.NaN : value;
    }

    private static boolean endsWithExponent(String text, int from) {
        int at = from;
        if ((text.charAt(at) | 0x20) != 'e') {
            return false;
        }
        at++;
        if (at < text.length() && (text.charAt(at) == '+' || text.charAt(at) == '-')) {
            at++;
        }
        int start = at;
        while (at < text.length() && isDigit(text.charAt(at))) {
            at++;
        }
        return at == text.length() && at > start;
    }

    public static boolean isNumber(String text) {
        return !Double.isNaN(number(text));
    }

    /**
     * The whole number; {@link #NO_INTEGER} where the text is none or needs more than 64 bits. Whoever may meet the text of
     * that very value asks {@link #isInteger}.
     */
    public static long integer(String text) {
        int length = text.length();
        int at = length > 0 && text.charAt(0) == '-' ? 1 : 0;
        int start = at;
        long value = 0;
        while (at < length) {
            int digit = text.charAt(at++) - '0';
            if (digit < 0 || digit > 9 || (at > 18 && value < (Long.MIN_VALUE + digit) / 10)) {
                return NO_INTEGER;
            }
            value = value * 10 - digit; // counted downwards: the negative range is the larger one
        }
        if (at == start) {
            return NO_INTEGER;
        }
        return start == 1 ? value : -value; // -MIN_VALUE is MIN_VALUE: 2^63 is refused
    }

    /** Whether the text is a whole number of at most 64 bits. */
    public static boolean isInteger(String text) {
        return integer(text) != NO_INTEGER || isSmallest(text);
    }

    private static boolean isSmallest(String text) {
        if (!text.startsWith("-") || !text.endsWith("9223372036854775808")) {
            return false;
        }
        return text.chars().skip(1).limit(text.length() - 20L).allMatch(c -> c == '0');
    }

    /** Whether digits begin with a zero that a number would not need, as in a postcode: {@code 00123}, {@code 01}. */
    public static boolean isPadded(String text) {
        int start = text.startsWith("-") ? 1 : 0;
        return text.length() > start + 1 && text.charAt(start) == '0' && isDigit(text.charAt(start + 1));
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }
}
