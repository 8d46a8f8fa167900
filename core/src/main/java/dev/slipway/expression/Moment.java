package dev.slipway.expression;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.OptionalLong;

/**
 * Text that names an instant: {@code 2024-01-31} (midnight), {@code 2024-01-31T12:00:00Z}, {@code 2024-01-31 12:00}. Without an
 * offset it is UTC; finer than a microsecond is none.
 */
final class Moment {
    private static final int DATE = 10;
    private static final int LONGEST = 40;

    private Moment() {}

    static OptionalLong micros(String text) {
        boolean dated =
                text.length() >= DATE && text.length() <= LONGEST && text.charAt(4) == '-' && text.charAt(7) == '-';
        if (!dated) {
            return OptionalLong.empty();
        }
        try {
            var instant = instant(text);
            return instant.equals(instant.truncatedTo(ChronoUnit.MICROS))
                    ? OptionalLong.of(ChronoUnit.MICROS.between(Instant.EPOCH, instant))
                    : OptionalLong.empty();
        } catch (DateTimeException | ArithmeticException e) {
            return OptionalLong.empty();
        }
    }

    private static Instant instant(String text) {
        if (text.length() == DATE) {
            return LocalDate.parse(text).atStartOfDay().toInstant(ZoneOffset.UTC);
        }
        var iso = text.charAt(DATE) == ' ' ? text.substring(0, DATE) + 'T' + text.substring(DATE + 1) : text;
        var time = iso.substring(DATE);
        boolean offset = time.endsWith("Z") || time.indexOf('+') >= 0 || time.indexOf('-') >= 0;
        return offset
                ? OffsetDateTime.parse(iso).toInstant()
                : LocalDateTime.parse(iso).toInstant(ZoneOffset.UTC);
    }

    /** Reads back as the same instant. */
    static String text(long micros) {
        return Instant.EPOCH.plus(micros, ChronoUnit.MICROS).toString();
    }
}
