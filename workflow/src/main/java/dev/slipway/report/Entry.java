package dev.slipway.report;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * One line of a report: one finding, or one record that could not be read.
 *
 * @param code stable, such as {@code CONTRACT-RANGE}
 * @param column empty where no one column is meant
 * @param name of the rule, where a contract has several of the kind: a condition, a key of several columns; else empty
 * @param fails whether the check fails for it; else it only warns
 * @param source the file as it was given
 * @param record from 1; 0 where the whole column is meant
 * @param line physical, from 1; 0 where the source has no lines
 * @param value as it was written; empty where none was
 * @param nearest the nearest value that the rule allows; empty where there is none, or no nearest one
 */
public record Entry(
        String code,
        String column,
        String name,
        boolean fails,
        String source,
        long record,
        long line,
        String value,
        String what,
        String nearest,
        String fix) {

    /** "people.csv, row 4 (line 5), column 'age'". */
    String where() {
        String row = record == 0 ? "" : line == 0 ? ", row " + record : ", row %d (line %d)".formatted(record, line);
        return source + row + part();
    }

    /** ", column 'age'" or ", rule 'paid'"; empty where neither is meant. */
    String part() {
        if (!column.isEmpty()) {
            return ", column '%s'".formatted(column);
        }
        return name.isEmpty() ? "" : ", rule '%s'".formatted(name);
    }

    /** The column, or the name of the rule. */
    String subject() {
        return column.isEmpty() ? name : column;
    }

    /** For programs: keys in a fixed order, those left out that say nothing. */
    Map<String, Object> object() {
        var object = new LinkedHashMap<String, Object>();
        object.put("code", code);
        object.put("severity", severity());
        if (!column.isEmpty()) {
            object.put("column", column);
        }
        if (!name.isEmpty()) {
            object.put("rule", name);
        }
        object.put("file", source);
        if (record > 0) {
            object.put("row", record);
        }
        if (line > 0) {
            object.put("line", line);
        }
        object.put("value", value);
        if (!nearest.isEmpty()) {
            object.put("nearest", nearest);
        }
        object.put("what", what);
        object.put("where", where());
        object.put("fix", fix);
        return object;
    }

    String severity() {
        return fails ? "fail" : "warn";
    }
}
