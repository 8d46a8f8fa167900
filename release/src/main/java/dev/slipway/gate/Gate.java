package dev.slipway.gate;

import dev.slipway.problem.SlipwayException;
import java.util.Optional;

/**
 * A condition on recorded evidence that a model must meet before it may serve. Written {@code roc_auc >= 0.85},
 * {@code beats baseline by 0.05}, {@code latency_p99 <= 2ms} or {@code size <= 5MB}.
 */
public sealed interface Gate permits Threshold, Beats {
    /** For messages: every form there is. */
    String FORMS =
            "write METRIC >= NUMBER, worst_slice(COLUMN) METRIC >= NUMBER, beats NAME by NUMBER, latency_p99 <= 2ms or size <= 5MB";

    /** As it was written. */
    String text();

    /** Judges by what is recorded; measures nothing itself. */
    Verdict judge(Candidacy candidacy);

    /** @throws SlipwayException where the text is none of the {@link #FORMS} */
    static Gate parse(String text) {
        return find(text)
                .orElseThrow(() -> SlipwayException.usage(
                        "GATE-UNREADABLE", unreadable(text).orElse(""), "slipway.yaml, 'gates'", FORMS));
    }

    /** What is wrong with the text, if anything. */
    static Optional<String> unreadable(String text) {
        return find(text).isPresent() ? Optional.empty() : Optional.of("'%s' is not a gate".formatted(text));
    }

    private static Optional<Gate> find(String text) {
        return Threshold.read(text).<Gate>map(gate -> gate).or(() -> Beats.read(text));
    }
}
