package dev.slipway.project;

import java.time.Duration;
import java.util.Optional;
import java.util.regex.Pattern;

/** How long, as people write it: {@code 500ms}, {@code 60s}, {@code 5m} or {@code 2h}. */
public final class Span {
    private static final Pattern WRITTEN = Pattern.compile("(\\d{1,6})(ms|s|m|h)");

    private Span() {}

    /** Empty where it is not written so. */
    public static Optional<Duration> read(String text) {
        var matcher = WRITTEN.matcher(text);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        long count = Long.parseLong(matcher.group(1));
        return Optional.of(
                switch (matcher.group(2)) {
                    case "ms" -> Duration.ofMillis(count);
                    case "s" -> Duration.ofSeconds(count);
                    case "m" -> Duration.ofMinutes(count);
                    default -> Duration.ofHours(count);
                });
    }
}
