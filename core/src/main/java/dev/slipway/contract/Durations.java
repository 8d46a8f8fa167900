package dev.slipway.contract;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** Durations as people write them: {@code 90s}, {@code 30m}, {@code 12h}, {@code 2d}, {@code 1w}. */
final class Durations {
    private static final Pattern WRITTEN = Pattern.compile("([0-9]{1,9})([smhdw])");
    private static final Map<String, Duration> UNITS = new LinkedHashMap<>();

    static {
        UNITS.put("w", Duration.ofDays(7));
        UNITS.put("d", Duration.ofDays(1));
        UNITS.put("h", Duration.ofHours(1));
        UNITS.put("m", Duration.ofMinutes(1));
        UNITS.put("s", Duration.ofSeconds(1));
    }

    private Durations() {}

    /** Empty where the text is none. */
    static Optional<Duration> read(String text) {
        var match = WRITTEN.matcher(text);
        return match.matches()
                ? Optional.ofNullable(UNITS.get(match.group(2)))
                        .map(unit -> unit.multipliedBy(Long.parseLong(match.group(1))))
                : Optional.empty();
    }

    /** In the largest unit that leaves no rest; whole seconds. */
    static String text(Duration duration) {
        return UNITS.entrySet().stream()
                .filter(unit -> duration.toSeconds() % unit.getValue().toSeconds() == 0)
                .findFirst()
                .map(unit -> duration.toSeconds() / unit.getValue().toSeconds() + unit.getKey())
                .orElse("0s");
    }
}
