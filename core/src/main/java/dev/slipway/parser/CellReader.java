package dev.slipway.parser;

/** Reads one cell after the other; ready to work, and not meant to travel. */
@FunctionalInterface
interface CellReader {
    /** @param text with something in it, and no blanks around it */
    Read read(String text);
}
