package dev.slipway.registry;

/**
 * Who serves a deployment.
 *
 * @param champion the version of the model that answers
 */
public record Plan(String model, int champion) {}
