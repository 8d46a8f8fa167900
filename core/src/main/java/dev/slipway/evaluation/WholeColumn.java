package dev.slipway.evaluation;

import dev.slipway.problem.SlipwayException;
import dev.slipway.table.Column;
import java.util.stream.IntStream;

/** A column that must say something of every row. */
final class WholeColumn {
    private WholeColumn() {}

    static void require(Column column, String what) {
        if (column.missing().count() > 0) {
            int row = IntStream.range(0, column.size())
                    .filter(column::isMissing)
                    .findFirst()
                    .orElse(0);
            throw SlipwayException.refused(
                    "EVALUATION-SPLIT-MISSING",
                    "%d of %d rows have no %s to part them by, the first is row %d"
                            .formatted(column.missing().count(), column.size(), what, row + 1),
                    "column '" + column.name() + "'",
                    "fill the column in, set those rows aside, or name another under data.split.column");
        }
    }
}
