package dev.slipway.association;

/** How strongly two columns go together, by one measure. */
public record Association(String left, String right, Measure measure, Estimate estimate) {}
