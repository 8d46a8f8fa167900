package dev.slipway.parser;

import java.io.Serializable;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.time.temporal.ChronoField;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAccessor;
import java.time.temporal.TemporalQueries;
import java.util.Locale;
import java.util.Optional;

/**
 * Dates and times in a pattern of Java's {@link DateTimeFormatter}. A date becomes {@code 2024-03-31}; a time becomes UTC,
 * {@code 2024-03-31T00:30:00Z}. A local time that a zone had twice, or never, is not guessed.
 *
 * @param zone of the local times; empty where the pattern has none, or an offset of its own
 * @param locale of the names of months and days, as a language tag
 */
public record MomentReading(String pattern, Optional<ZoneId> zone, String locale, Overlap overlap) implements Reading {
    static final BigDecimal MOST_MICROS = BigDecimal.valueOf(Long.MAX_VALUE / 4);

    private static final ZonedDateTime SAMPLE = ZonedDateTime.of(2023, 11, 25, 16, 37, 48, 0, ZoneOffset.UTC);

    /** Which of two moments a local time means that a zone had twice, when its clocks were set back. */
    public enum Overlap {
        EARLIER,
        LATER,
        BAD
    }

    /** What travels: no field of a serializable may be an Optional. */
    private record Written(String pattern, String zone, String locale, Overlap overlap) implements Serializable {
        private Object readResolve() {
            return new MomentReading(
                    pattern, zone.isEmpty() ? Optional.empty() : Optional.of(ZoneId.of(zone)), locale, overlap);
        }
    }

    private Object writeReplace() {
        return new Written(pattern, zone.map(ZoneId::getId).orElse(""), locale, overlap);
    }

    /** What is wrong with the pattern and its zone; empty where nothing is. */
    public Optional<String> fault() {
        DateTimeFormatter formatter;
        TemporalAccessor again;
        try {
            formatter = formatter();
            again = formatter.parse(formatter.format(SAMPLE));
        } catch (IllegalArgumentException | DateTimeException unusable) {
            return Optional.of("'%s' is no pattern of a date: %s".formatted(pattern, unusable.getMessage()));
        }
        if (again.query(TemporalQueries.localDate()) == null) {
            return Optional.of("'%s' does not say the whole date".formatted(pattern));
        }
        var time = again.query(TemporalQueries.localTime());
        boolean fixed = again.query(TemporalQueries.zone()) != null;
        if (time == null
                && (again.isSupported(ChronoField.HOUR_OF_AMPM) || again.isSupported(ChronoField.MINUTE_OF_HOUR))) {
            return Optional.of("'%s' does not say which hour of the day: use HH, or hh with a".formatted(pattern));
        }
        if (time != null && !fixed && zone.isEmpty()) {
            return Optional.of("'%s' has local times of no zone".formatted(pattern));
        }
        if (zone.isPresent() && (time == null || fixed)) {
            return Optional.of("'%s' %s and needs no zone"
                    .formatted(pattern, time == null ? "has no time of day" : "has an offset of its own"));
        }
        return Optional.empty();
    }

    /* In strict reading a year of the era (y) needs an era; the year as everybody means it is u. */
    private DateTimeFormatter formatter() {
        var years = new StringBuilder();
        boolean quoted = false;
        for (int i = 0; i < pattern.length(); i++) {
            char sign = pattern.charAt(i);
            quoted ^= sign == '\'';
            years.append(sign == 'y' && !quoted ? 'u' : sign);
        }
        return DateTimeFormatter.ofPattern(years.toString(), Locale.forLanguageTag(locale))
                .withResolverStyle(ResolverStyle.STRICT);
    }

    @Override
    public CellReader reader() {
        var formatter = formatter();
        return text -> read(text, formatter);
    }

    private Read read(String text, DateTimeFormatter formatter) {
        TemporalAccessor parsed;
        try {
            parsed = formatter.parse(text);
        } catch (DateTimeException unreadable) {
            return new Read(text, "no date of the form " + pattern);
        }
        var date = parsed.query(TemporalQueries.localDate());
        var time = parsed.query(TemporalQueries.localTime());
        if (time == null) {
            return year(text, date.getYear()).orElseGet(() -> Read.as(date.toString()));
        }
        if (parsed.isSupported(ChronoField.INSTANT_SECONDS)) {
            return instant(text, Instant.from(parsed));
        }
        return zone.map(known -> local(text, date, time, known))
                .orElseGet(() -> new Read(text, "no date of the form " + pattern));
    }

    private Read local(String text, LocalDate date, LocalTime time, ZoneId known) {
        var local = LocalDateTime.of(date, time);
        var offsets = known.getRules().getValidOffsets(local);
        if (offsets.isEmpty()) {
            var gap = known.getRules().getTransition(local);
            return new Read(
                    text,
                    "a time that %s never had: its clocks went from %s to %s"
                            .formatted(
                                    known,
                                    gap.getDateTimeBefore().toLocalTime(),
                                    gap.getDateTimeAfter().toLocalTime()));
        }
        if (offsets.size() > 1 && overlap == Overlap.BAD) {
            return new Read(
                    text,
                    "a time that %s had twice: as %s and as %s; say overlap: earlier or later"
                            .formatted(known, local.toInstant(offsets.get(0)), local.toInstant(offsets.get(1))));
        }
        var offset = offsets.get(overlap == Overlap.LATER ? offsets.size() - 1 : 0);
        return instant(text, local.toInstant(offset));
    }

    static Read instant(String text, Instant instant) {
        if (!instant.equals(instant.truncatedTo(ChronoUnit.MICROS))) {
            return new Read(text, "finer than a microsecond");
        }
        return year(text, instant.atOffset(ZoneOffset.UTC).getYear()).orElseGet(() -> Read.as(instant.toString()));
    }

    private static Optional<Read> year(String text, int year) {
        return year < 0 || year > 9999
                ? Optional.of(new Read(text, "in the year %d, beyond 0 to 9999".formatted(year)))
                : Optional.empty();
    }
}
