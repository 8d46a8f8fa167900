package dev.slipway.parser;

/** The cells are canonical already. */
public record AsWritten() implements Reading {
    @Override
    public CellReader reader() {
        return Read::as;
    }
}
