package dev.slipway.parser;

import java.io.Serializable;

/** How the cells of a raw column are written, and so how they become canonical text. */
public sealed interface Reading extends Serializable
        permits NumberReading, MomentReading, EpochReading, WordReading, AsWritten {
    CellReader reader();
}
