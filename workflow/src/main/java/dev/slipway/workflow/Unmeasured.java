package dev.slipway.workflow;

/** A column that was not left out, and why not. */
public record Unmeasured(String column, String why) {}
