package dev.slipway.association;

/**
 * A figure of some rows, and how far it may be from that of all.
 *
 * @param value {@code NaN} where it is not defined, such as a correlation with a constant
 * @param rows that it was computed from: those in which both values are there
 * @param exact whether these are all there are
 * @param standardError of the sample: 0 where exact, {@code NaN} where it is not known
 */
public record Estimate(double value, long rows, boolean exact, double standardError) {}
