package dev.slipway.portrait;

import dev.slipway.statistic.Figure;
import dev.slipway.table.ColumnType;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Locale;

/** Figures as people read them: few digits, and nothing that looks more exact than it is. */
public final class Figures {
    private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm", Locale.ROOT);
    private static final DateTimeFormatter SECOND = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss", Locale.ROOT);
    private static final long MICROS = 1_000_000;

    private Figures() {}

    /** {@code 1,234,567}. */
    public static String count(long count) {
        return String.format(Locale.ROOT, "%,d", count);
    }

    /** {@code 1 row}, {@code 1,234 rows}. */
    public static String count(long count, String one) {
        return count(count) + " " + one + (count == 1 ? "" : "s");
    }

    /** A count that may be an estimate: {@code ≈ 1,200}. */
    public static String count(Figure count) {
        return (count.exact() ? "" : "≈") + count(Math.round(count.value()));
    }

    /** Whole numbers as they are; others in four digits. Nothing for {@code NaN}. */
    public static String number(double number) {
        if (Double.isNaN(number)) {
            return "";
        }
        double size = Math.abs(number);
        if (number == Math.rint(number) && size < 1e15) {
            return size < 10_000 ? Long.toString((long) number) : count((long) number);
        }
        if (size >= 1e7 || size < 1e-3) {
            return String.format(Locale.ROOT, "%.3g", number);
        }
        int digits = Math.max(0, 3 - (int) Math.floor(Math.log10(size)));
        var text = String.format(Locale.ROOT, size >= 10_000 ? "%,." + digits + "f" : "%." + digits + "f", number);
        return text.contains(".") ? text.replaceAll("\\.?0+$", "") : text;
    }

    /** A value of a column of this kind; timestamps are microseconds since 1970. */
    public static String value(ColumnType kind, double value) {
        return kind == ColumnType.TIMESTAMP && !Double.isNaN(value) ? time((long) value) : number(value);
    }

    /** UTC, as short as it can be: {@code 2008-01-03} at midnight. */
    public static String time(long micros) {
        var time = LocalDateTime.ofInstant(
                Instant.EPOCH.plus(Math.floorDiv(micros, MICROS), ChronoUnit.SECONDS), ZoneOffset.UTC);
        return time.toLocalTime().equals(LocalTime.MIDNIGHT)
                ? time.toLocalDate().toString()
                : time.format(time.getSecond() == 0 ? MINUTE : SECOND);
    }

    /** How long something lasts: {@code 3 days}, {@code 5.2 h}. */
    public static String duration(long micros) {
        double seconds = (double) micros / MICROS;
        if (seconds < 120) {
            return number(seconds) + " s";
        }
        if (seconds < 7_200) {
            return number(Math.rint(seconds / 6) / 10) + " min";
        }
        if (seconds < 172_800) {
            return number(Math.rint(seconds / 360) / 10) + " h";
        }
        return number(Math.rint(seconds / 8_640) / 10) + " days";
    }

    /** {@code 0%} and {@code 100%} only where it is nothing or all. */
    public static String share(double share) {
        if (Double.isNaN(share)) {
            return "";
        }
        if (share <= 0 || share >= 1) {
            return share <= 0 ? "0%" : "100%";
        }
        if (share < 0.001 || share > 0.999) {
            return share < 0.001 ? "<0.1%" : ">99.9%";
        }
        return String.format(Locale.ROOT, share < 0.1 || share > 0.9 ? "%.1f%%" : "%.0f%%", share * 100);
    }
}
