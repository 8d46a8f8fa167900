package dev.slipway.workflow;

import java.util.List;
import java.util.Optional;

/**
 * What a model must show before it may serve, as the project's file says it.
 *
 * @param metric the score that decides, where the project says it; else the one the model was trained by
 * @param conditions as they were written; none is no evidence
 */
public record Gates(Optional<String> metric, List<String> conditions) {
    public Gates {
        conditions = List.copyOf(conditions);
    }
}
