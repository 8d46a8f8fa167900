package dev.slipway.project;

import dev.slipway.metric.Metric;
import java.time.Duration;

/**
 * How long to look for the best model, and by what it is the best.
 *
 * @param trials the most further trials of each candidate that has something to search
 */
public record Effort(Metric metric, Duration budget, int trials) {}
