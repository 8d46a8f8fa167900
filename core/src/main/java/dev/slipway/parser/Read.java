package dev.slipway.parser;

/**
 * What became of a cell.
 *
 * @param text canonical; as it was written where the cell cannot be read
 * @param reason why not; empty where it can be read
 */
record Read(String text, String reason) {
    static Read as(String text) {
        return new Read(text, "");
    }

    boolean failed() {
        return !reason.isEmpty();
    }
}
