package dev.slipway.spark;

import dev.slipway.source.CsvPart;
import dev.slipway.source.CsvReader;
import dev.slipway.source.CsvSource;
import dev.slipway.source.Dialect;
import dev.slipway.source.TableBatches;
import dev.slipway.source.TableReader;
import dev.slipway.table.Table;
import java.io.Serializable;
import java.nio.file.Path;

/** Rows that one task reads, described so that any machine can open them: a path means the same on each. */
sealed interface Split extends Serializable {
    /** Opened where the task runs; the caller closes it. */
    TableReader open();

    /** Some records of a file of delimited text. */
    record Records(String file, CsvPart part) implements Split {
        @Override
        public TableReader open() {
            return CsvReader.open(new CsvSource(Path.of(file), part.format()), part);
        }
    }

    /** A file of delimited text that cannot be cut. */
    record WholeFile(String file, Dialect dialect) implements Split {
        @Override
        public TableReader open() {
            return CsvReader.open(new CsvSource(Path.of(file), dialect));
        }
    }

    /** Rows that are in memory where the work is started. */
    record Slice(Table rows) implements Split {
        @Override
        public TableReader open() {
            return new TableBatches(rows);
        }
    }
}
