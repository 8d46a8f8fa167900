package dev.slipway.profile;

import java.time.LocalDate;
import java.time.YearMonth;

/**
 * Moments as a data file writes them, strictly ISO 8601: {@code 2024-02-29}, {@code 2024-02-29T23:59},
 * {@code 2024-02-29 23:59:59.123456+02:00}, {@code …Z}. Without an offset the time is UTC. Days that no calendar has, 24:00,
 * leap seconds and offsets beyond 18 hours are refused, and so are fractions finer than a microsecond.
 */
public final class TimestampText {
    /** What {@link #micros} answers for text that is no moment; no moment has this value. */
    public static final long NONE = Long.MIN_VALUE;

    private static final long SECONDS_A_DAY = 86_400;
    private static final int DATE = 10;
    private static final int SHORTEST = 16;

    private TimestampText() {}

    /** Microseconds since 1970-01-01T00:00Z; {@link #NONE} where the text is no moment. */
    public static long micros(String text) {
        int length = text.length();
        if (length < DATE || text.charAt(4) != '-' || text.charAt(7) != '-') {
            return NONE;
        }
        int year = two(text, 0) * 100 + two(text, 2);
        int month = two(text, 5);
        int day = two(text, 8);
        boolean real = two(text, 0) >= 0
                && two(text, 2) >= 0
                && month >= 1
                && month <= 12
                && day >= 1
                && (day <= 28 || day <= YearMonth.of(year, month).lengthOfMonth());
        if (!real) {
            return NONE;
        }
        long seconds = LocalDate.of(year, month, day).toEpochDay() * SECONDS_A_DAY;
        return length == DATE ? seconds * 1_000_000 : time(text, seconds);
    }

    private static long time(String text, long midnight) {
        if (text.length() < SHORTEST) {
            return NONE;
        }
        char separator = text.charAt(DATE);
        int hour = two(text, 11);
        int minute = two(text, 14);
        if ((separator != 'T' && separator != ' ')
                || hour < 0
                || hour > 23
                || text.charAt(13) != ':'
                || minute < 0
                || minute > 59) {
            return NONE;
        }
        int at = 16;
        int second = 0;
        long micros = 0;
        if (at < text.length() && text.charAt(at) == ':') {
            second = two(text, at + 1);
            if (second < 0 || second > 59) {
                return NONE;
            }
            at += 3;
            if (at < text.length() && text.charAt(at) == '.') {
                int end = endOfDigits(text, at + 1);
                micros = fraction(text, at + 1, end);
                if (micros < 0) {
                    return NONE;
                }
                at = end;
            }
        }
        long offset = at == text.length() ? 0 : offset(text, at);
        if (offset == NONE) {
            return NONE;
        }
        return (midnight + hour * 3_600L + minute * 60L + second - offset) * 1_000_000 + micros;
    }

    private static int endOfDigits(String text, int from) {
        int at = from;
        while (at < text.length() && text.charAt(at) >= '0' && text.charAt(at) <= '9') {
            at++;
        }
        return at;
    }

    /** Negative where there are no digits, more than nine, or some that a microsecond cannot hold. */
    private static long fraction(String text, int from, int to) {
        if (to == from || to - from > 9) {
            return -1;
        }
        long nanos = 0;
        for (int i = 0; i < 9; i++) {
            nanos = nanos * 10 + (from + i < to ? text.charAt(from + i) - '0' : 0);
        }
        return nanos % 1_000 == 0 ? nanos / 1_000 : -1;
    }

    /** Seconds east of Greenwich. */
    private static long offset(String text, int at) {
        if (text.charAt(at) == 'Z') {
            return at + 1 == text.length() ? 0 : NONE;
        }
        boolean signed = text.charAt(at) == '+' || text.charAt(at) == '-';
        if (!signed || text.length() != at + 6 || text.charAt(at + 3) != ':') {
            return NONE;
        }
        int hours = two(text, at + 1);
        int minutes = two(text, at + 4);
        if (hours < 0 || minutes < 0 || minutes > 59 || hours * 60 + minutes > 18 * 60) {
            return NONE;
        }
        long seconds = hours * 3_600L + minutes * 60L;
        return text.charAt(at) == '-' ? -seconds : seconds;
    }

    /** Two digits as a number; negative where they are not there. */
    private static int two(String text, int at) {
        if (at + 2 > text.length()) {
            return -1;
        }
        int tens = text.charAt(at) - '0';
        int ones = text.charAt(at + 1) - '0';
        return tens < 0 || tens > 9 || ones < 0 || ones > 9 ? -1 : tens * 10 + ones;
    }
}
