package dev.slipway.registry;

import dev.slipway.problem.SlipwayException;
import java.util.Set;

/**
 * A change of who serves, before it is made.
 *
 * @param action {@link #RELEASE} or {@link #ROLLBACK}
 */
public record Move(String deployment, String action, Plan plan, String who, String why) {
    public static final String RELEASE = "release";
    public static final String ROLLBACK = "rollback";

    public Move {
        RegistryName.require("deployment", deployment);
        if (!Set.of(RELEASE, ROLLBACK).contains(action)) {
            throw new IllegalArgumentException("a move is a release or a rollback, not '" + action + "'");
        }
        if (who.isBlank() || why.isBlank()) {
            throw SlipwayException.usage(
                    "RELEASE-REASON",
                    "who ('%s') or why ('%s') is blank".formatted(who, why),
                    "the %s of %s".formatted(action, deployment),
                    "say who wants it and why");
        }
    }
}
