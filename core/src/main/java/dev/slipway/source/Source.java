package dev.slipway.source;

import java.nio.file.Path;

/** Where a table comes from: values only, opened by an engine. */
public sealed interface Source
        permits CsvSource, JsonSource, ParquetSource, QuerySource, TableSource, ParsedSource, ManySources {
    /** What people call it in messages: the file as it was given. */
    String name();

    /**
     * The file, as what its first bytes say it is and not what its name says; or all files of a folder or of a pattern.
     *
     * @throws dev.slipway.problem.SlipwayException where there is no such file, or it holds no format that is read here
     */
    static Source of(Path file) {
        return of(file, Dialect.DETECTED);
    }

    /** As {@link #of(Path)}, and a text file is read as the dialect says. */
    static Source of(Path file, Dialect dialect) {
        return DataFiles.areMeant(file)
                ? DataFiles.of(file, dialect)
                : FileFormat.of(file).source(file, dialect);
    }
}
