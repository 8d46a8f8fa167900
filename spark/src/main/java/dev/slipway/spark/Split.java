package dev.slipway.spark;

import dev.slipway.source.CsvFormat;
import dev.slipway.source.CsvPart;
import dev.slipway.source.CsvReader;
import dev.slipway.source.CsvSource;
import dev.slipway.source.TableReader;
import dev.slipway.table.Table;
import java.io.Serializable;
import java.nio.file.Path;
import java.util.List;

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

    /**
     * A file of delimited text that cannot be cut.
     *
     * @param format one, or none where it is to be told from the first lines
     */
    record WholeFile(String file, List<CsvFormat> format) implements Split {
        public WholeFile {
            format = List.copyOf(format);
        }

        @Override
        public TableReader open() {
            return CsvReader.open(new CsvSource(Path.of(file), format.stream().findFirst()));
        }
    }

    /** Rows that are in memory where the work is started. */
    record Slice(Table rows) implements Split {
        @Override
        public TableReader open() {
            return new OneTable(rows);
        }
    }
}
