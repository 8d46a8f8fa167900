package dev.slipway.parser;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.regex.Pattern;

/** Times as a count since the beginning of 1970, UTC. */
public record EpochReading(Unit unit) implements Reading {
    private static final Pattern COUNT = Pattern.compile("-?[0-9]{1,20}+(\\.[0-9]{1,9}+)?");

    /** What is counted. */
    public enum Unit {
        SECONDS(1_000_000),
        MILLISECONDS(1_000),
        MICROSECONDS(1);

        private final BigDecimal micros;

        Unit(long micros) {
            this.micros = BigDecimal.valueOf(micros);
        }
    }

    @Override
    public CellReader reader() {
        return this::read;
    }

    private Read read(String text) {
        var count = COUNT.matcher(text).matches() ? new BigDecimal(text).multiply(unit.micros) : BigDecimal.TEN.pow(40);
        if (count.stripTrailingZeros().scale() > 0) {
            return new Read(text, "finer than a microsecond");
        }
        if (count.abs().compareTo(MomentReading.MOST_MICROS) > 0) {
            return new Read(
                    text, "no count of %s that is a time".formatted(unit.name().toLowerCase(Locale.ROOT)));
        }
        return MomentReading.instant(text, Instant.EPOCH.plus(count.longValueExact(), ChronoUnit.MICROS));
    }
}
