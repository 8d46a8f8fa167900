package dev.slipway.project;

import java.util.Optional;

/** Why the model exists, written down before it does. */
public record Purpose(
        Optional<String> moves,
        Optional<String> usedBy,
        Optional<String> owner,
        Optional<String> latency,
        Optional<String> cost) {
    public static final Purpose UNSAID =
            new Purpose(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
}
