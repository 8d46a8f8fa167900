package dev.slipway.portrait;

import java.util.List;

/** Some rows as an example, with their columns' names. */
public record Samples(List<String> columns, List<Row> rows) {
    /**
     * One row.
     *
     * @param stratum the value of the column that the rows were drawn by; empty without one
     * @param record from 1
     */
    public record Row(String stratum, long record, List<String> values) {
        public Row {
            values = List.copyOf(values);
        }
    }

    public Samples {
        columns = List.copyOf(columns);
        rows = List.copyOf(rows);
    }
}
