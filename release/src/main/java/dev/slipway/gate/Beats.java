package dev.slipway.gate;

import dev.slipway.problem.Nearest;
import java.math.BigDecimal;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Better than another model by a margin, in the project's deciding metric.
 *
 * @param rival a candidate of the same training, or {@value Candidacy#CHAMPION}
 * @param margin at least this much better; a negative one allows for being worse by so much
 */
public record Beats(String text, String rival, double margin) implements Gate {
    private static final Pattern WRITTEN =
            Pattern.compile("\\s*beats\\s+([A-Za-z][A-Za-z0-9_-]*)\\s+by\\s+(-?\\d+(?:\\.\\d+)?)\\s*");

    static Optional<Beats> read(String text) {
        var matcher = WRITTEN.matcher(text);
        return matcher.matches()
                ? Optional.of(new Beats(text.strip(), matcher.group(1), Double.parseDouble(matcher.group(2))))
                : Optional.empty();
    }

    @Override
    public Verdict judge(Candidacy candidacy) {
        if (rival.equals(Candidacy.CHAMPION) && candidacy.champion().isEmpty()) {
            return new Verdict.Passed("nothing serves yet, so there is no champion to beat");
        }
        var own = candidacy.own(candidacy.metric());
        var other = candidacy.rival(rival, candidacy.metric());
        if (own.isEmpty() || other.isEmpty()) {
            return new Verdict.NoEvidence("no %s is recorded for %s"
                    .formatted(candidacy.metric(), own.isEmpty() ? "this model" : rival(candidacy)));
        }
        double better =
                candidacy.higherIsBetter() ? difference(own.get(), other.get()) : difference(other.get(), own.get());
        var reason = "%s %s against %s of %s: %s by %s"
                .formatted(
                        candidacy.metric(),
                        Numbers.shown(own.get()),
                        Numbers.shown(other.get()),
                        rival.equals(Candidacy.CHAMPION) ? candidacy.champion().orElse(rival) : rival,
                        better >= 0 ? "better" : "worse",
                        Numbers.shown(Math.abs(better)));
        return better >= margin ? new Verdict.Passed(reason) : new Verdict.Failed(reason);
    }

    private String rival(Candidacy candidacy) {
        return candidacy.rivals().containsKey(rival)
                ? "'" + rival + "'"
                : "'%s' in this training%s"
                        .formatted(rival, Nearest.hint(rival, candidacy.rivals().keySet()));
    }

    /** In decimal, as people subtract: .85 is .05 better than .8, which it is not in binary. */
    private static double difference(double high, double low) {
        return BigDecimal.valueOf(high).subtract(BigDecimal.valueOf(low)).doubleValue();
    }
}
