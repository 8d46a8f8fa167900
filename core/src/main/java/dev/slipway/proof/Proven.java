package dev.slipway.proof;

/**
 * How the proof of one rule ended, and why.
 *
 * @param why what was planted and where it was named, or what stood in the way
 */
public record Proven(Demand demand, Outcome outcome, String why) {}
