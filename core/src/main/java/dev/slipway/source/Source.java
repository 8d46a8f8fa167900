package dev.slipway.source;

/** Where a table comes from: values only, opened by an engine. */
public sealed interface Source permits CsvSource, ParquetSource, TableSource {
    /** What people call it in messages: the file as it was given. */
    String name();
}
