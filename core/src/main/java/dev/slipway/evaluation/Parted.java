package dev.slipway.evaluation;

/**
 * Rows as a {@link Split} parted them.
 *
 * @param why it was done so, as a sentence for the report
 */
public record Parted(Folds folds, Split.By by, String why) {}
