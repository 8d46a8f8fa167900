package dev.slipway.workflow;

import java.util.List;

/**
 * What a model must show before it may serve, as the project's file says it.
 *
 * @param metric the score that decides in this project
 * @param conditions as they were written; none is no evidence
 */
public record Gates(String metric, boolean higherIsBetter, List<String> conditions) {
    public Gates {
        conditions = List.copyOf(conditions);
    }
}
