package dev.slipway.search;

import dev.slipway.model.Pipeline;

/** What is tried, able to learn. */
record Attempt(Tried what, Pipeline pipeline) {}
