package dev.slipway.expression;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.List;

/** Functions of times, in UTC. A week begins on Monday; days of the week count from Sunday, 0, to Saturday, 6. */
final class Times {
    static final List<String> UNITS = List.of("year", "quarter", "month", "week", "day", "hour", "minute", "second");

    private static final long SECOND = 1_000_000;
    private static final long MINUTE = 60 * SECOND;
    private static final long HOUR = 60 * MINUTE;
    private static final long DAY = 24 * HOUR;

    private Times() {}

    static Values of(Operation operation, List<Values> parts) {
        boolean pair = operation == Operation.DATE_DIFF;
        var first = parts.get(operation == Operation.DATE_TRUNC || pair ? 1 : 0);
        var last = parts.get(parts.size() - 1);
        var result = new Values(operation == Operation.DATE_TRUNC ? Type.TIMESTAMP : Type.INTEGER, first.size());
        for (int row = 0; row < result.size(); row++) {
            if (first.missing[row] || last.missing[row]) {
                continue;
            }
            if (pair) {
                var unit = parts.get(0).texts[row];
                result.set(row, Math.subtractExact(count(unit, last.wholes[row]), count(unit, first.wholes[row])));
            } else if (operation == Operation.DATE_TRUNC) {
                truncate(parts.get(0).texts[row], first.wholes[row], row, result);
            } else {
                result.set(row, part(operation, first.wholes[row]));
            }
        }
        return result;
    }

    private static LocalDate date(long micros) {
        return LocalDate.ofEpochDay(Math.floorDiv(micros, DAY));
    }

    private static long part(Operation operation, long micros) {
        return switch (operation) {
            case YEAR -> date(micros).getYear();
            case MONTH -> date(micros).getMonthValue();
            case DAY -> date(micros).getDayOfMonth();
            case HOUR -> Math.floorMod(micros, DAY) / HOUR;
            case MINUTE -> Math.floorMod(micros, HOUR) / MINUTE;
            case SECOND -> Math.floorMod(micros, MINUTE) / SECOND;
            case DAYOFWEEK -> date(micros).getDayOfWeek().getValue() % 7;
            default -> throw new IllegalArgumentException(operation + " is no part of a time");
        };
    }

    /** How many of the unit have begun since a fixed time: a difference is the number of beginnings in between. */
    private static long count(String unit, long micros) {
        var date = date(micros);
        return switch (unit) {
            case "year" -> date.getYear();
            case "quarter" -> date.getYear() * 4L + (date.getMonthValue() - 1) / 3;
            case "month" -> date.getYear() * 12L + date.getMonthValue();
            // 1970-01-01 was a Thursday: three days after a Monday.
            case "week" -> Math.floorDiv(date.toEpochDay() + 3, 7L);
            case "day" -> date.toEpochDay();
            case "hour" -> Math.floorDiv(micros, HOUR);
            case "minute" -> Math.floorDiv(micros, MINUTE);
            default -> Math.floorDiv(micros, SECOND);
        };
    }

    /** Missing where the beginning is before all time there is. */
    private static void truncate(String unit, long micros, int row, Values result) {
        try {
            result.set(row, beginning(unit, micros));
        } catch (ArithmeticException beyondLong) {
            result.missing[row] = true;
        }
    }

    private static long beginning(String unit, long micros) {
        var date = date(micros);
        return switch (unit) {
            case "year" -> micros(date.withDayOfYear(1));
            case "quarter" -> micros(date.withDayOfMonth(1).minusMonths((date.getMonthValue() - 1) % 3));
            case "month" -> micros(date.withDayOfMonth(1));
            case "week" -> micros(date.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY)));
            case "day" -> micros(date);
            case "hour" -> Math.multiplyExact(Math.floorDiv(micros, HOUR), HOUR);
            case "minute" -> Math.multiplyExact(Math.floorDiv(micros, MINUTE), MINUTE);
            default -> Math.multiplyExact(Math.floorDiv(micros, SECOND), SECOND);
        };
    }

    private static long micros(LocalDate date) {
        return Math.multiplyExact(date.toEpochDay(), DAY);
    }
}
