package dev.slipway.transform;

import com.fasterxml.jackson.annotation.JsonValue;
import java.time.LocalDate;
import java.time.temporal.IsoFields;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** What a calendar or a clock says of an instant, in UTC: a whole number. */
public enum TimePart {
    YEAR(Double.NaN),
    /** 1 to 4. */
    QUARTER(4),
    /** 1 to 12. */
    MONTH(12),
    /** Of the year as ISO 8601 counts, 1 to 53: a week begins on Monday, the first has the year's first Thursday. */
    WEEK(53),
    /** Of the month, 1 to 31. */
    DAY(31),
    /** 1 to 366. */
    DAY_OF_YEAR(366),
    /** From Sunday, 0, to Saturday, 6, as DAYOFWEEK in expressions. */
    WEEKDAY(7),
    /** 1 on Saturday and Sunday, otherwise 0. */
    IS_WEEKEND(2),
    /** 0 to 23. */
    HOUR(24),
    /** 0 to 59. */
    MINUTE(60);

    private static final long MICROS_A_MINUTE = 60_000_000;
    private static final long MICROS_AN_HOUR = 60 * MICROS_A_MINUTE;
    static final long MICROS_A_DAY = 24 * MICROS_AN_HOUR;

    private final double period;

    TimePart(double period) {
        this.period = period;
    }

    /** The word people write: lower case. */
    @JsonValue
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static List<String> labels() {
        return Arrays.stream(values()).map(TimePart::label).toList();
    }

    /** After how many it begins again; {@code NaN} for the year, which never does. */
    public double period() {
        return period;
    }

    /** Of an instant, given as microseconds since 1970-01-01T00:00Z. */
    public long of(long micros) {
        return switch (this) {
            case HOUR -> Math.floorMod(micros, MICROS_A_DAY) / MICROS_AN_HOUR;
            case MINUTE -> Math.floorMod(micros, MICROS_AN_HOUR) / MICROS_A_MINUTE;
            case WEEKDAY -> weekday(Math.floorDiv(micros, MICROS_A_DAY));
            case IS_WEEKEND -> weekday(Math.floorDiv(micros, MICROS_A_DAY)) % 6 == 0 ? 1 : 0;
            case YEAR, QUARTER, MONTH, WEEK, DAY, DAY_OF_YEAR ->
                of(LocalDate.ofEpochDay(Math.floorDiv(micros, MICROS_A_DAY)));
        };
    }

    /** 1970-01-01 was a Thursday. */
    private static long weekday(long day) {
        return Math.floorMod(day + 4, 7L);
    }

    private long of(LocalDate date) {
        return switch (this) {
            case YEAR -> date.getYear();
            case QUARTER -> (date.getMonthValue() + 2) / 3;
            case MONTH -> date.getMonthValue();
            case WEEK -> date.get(IsoFields.WEEK_OF_WEEK_BASED_YEAR);
            case DAY -> date.getDayOfMonth();
            case DAY_OF_YEAR -> date.getDayOfYear();
            case WEEKDAY, IS_WEEKEND, HOUR, MINUTE -> throw new IllegalStateException(this + " is no part of a date");
        };
    }
}
