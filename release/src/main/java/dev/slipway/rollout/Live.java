package dev.slipway.rollout;

import dev.slipway.model.ServedModel;
import dev.slipway.registry.Release;

/** A release with its model loaded: what answers requests. Immutable. */
public record Live(Release release, ServedModel model) {}
