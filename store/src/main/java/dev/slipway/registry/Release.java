package dev.slipway.registry;

import java.time.Instant;
import java.util.Optional;

/**
 * A move that was made: from then until the next one, this plan serves the deployment.
 *
 * @param number from 1 for each deployment, without gaps
 * @param action {@link Move#RELEASE} or {@link Move#ROLLBACK}
 * @param evidence the sequence of the record in the ledger
 * @param previous the number of the release it took over from
 */
public record Release(
        String deployment,
        int number,
        String action,
        Plan plan,
        String who,
        String why,
        Instant at,
        long evidence,
        Optional<Integer> previous) {}
