package dev.slipway.contract;

import dev.slipway.problem.Nearest;
import dev.slipway.problem.Problem;
import dev.slipway.profile.NumberText;
import dev.slipway.profile.TimestampText;
import dev.slipway.table.ColumnType;
import java.io.Serializable;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;

/**
 * One rule broken, by one row or by a whole column.
 *
 * @param source the file as it was given, or "request"
 * @param record from 1; 0 where the whole column is meant
 * @param line physical, from 1; 0 where the source has no lines
 * @param column what the contract says of it; for a column the contract does not name, only the name means anything
 * @param value as it was written; empty where none was
 * @param note what else there is to say: where the value was seen first, what is wrong with the column
 */
public record Finding(
        Rule rule, String source, long record, long line, ContractColumn column, String value, String note)
        implements Serializable {
    /** By record, findings about whole columns first; findings of one record stay in their order. */
    static final Comparator<Finding> BY_RECORD = Comparator.comparingLong(Finding::record);

    private static final int SHOWN = 100;

    /** What happened, with the value. */
    public String what() {
        String name = column.name();
        return switch (rule) {
            case COLUMN -> "column '%s' %s".formatted(name, note);
            case TYPE -> "%s is %s, which is not %s%s".formatted(name, shown(), kind(), why());
            case PARSE -> "%s is %s, and %s".formatted(name, shown(), note);
            case MISSING -> record == 0 ? name + " is missing in " + note : name + " is missing";
            case RANGE ->
                "%s is %s, outside [%s, %s]"
                        .formatted(
                                name,
                                value,
                                bound(column.range().min()),
                                bound(column.range().max()));
            case SET ->
                "%s is %s, not one of %s%s"
                        .formatted(name, shown(), words(), Nearest.hint(value.strip(), column.set()));
            case UNIQUE -> "%s is %s again, as in %s".formatted(name, shown(), note);
        };
    }

    /** What to do, for the person who owns the data. */
    public String fix() {
        String name = column.name();
        return switch (rule) {
            case COLUMN -> "correct the columns, or change them in the contract";
            case TYPE ->
                "correct the value, or declare it in null_tokens of '%s' in the contract if it means a missing value"
                        .formatted(name);
            case PARSE -> "correct the value, or teach the parser to read it";
            case MISSING -> "fill in the value, or allow a share of 'missing' for '%s' in the contract".formatted(name);
            case RANGE -> nearestBound() + ", or widen the range of '%s' in the contract".formatted(name);
            case SET -> "correct the value, or add it to the set of '%s' in the contract".formatted(name);
            case UNIQUE ->
                "remove or correct the repeated row, or drop 'unique' of '%s' in the contract".formatted(name);
        };
    }

    /** "people.csv, row 4 (line 5), column 'age'". */
    public String where() {
        String row = record == 0 ? "" : line == 0 ? ", row " + record : ", row %d (line %d)".formatted(record, line);
        return "%s%s, column '%s'".formatted(source, row, column.name());
    }

    public Problem problem() {
        return new Problem(rule.code(), what(), where(), fix());
    }

    private String shown() {
        String cut = value.length() <= SHOWN ? value : value.substring(0, SHOWN) + "…";
        boolean bare = NumberText.isNumber(cut) && !note.startsWith("text");
        return bare ? cut : "'" + cut + "'";
    }

    private String kind() {
        return switch (column.type()) {
            case NUMBER -> "a number";
            case INTEGER -> "a whole number of 64 bits";
            case BOOLEAN -> "true or false";
            case TIMESTAMP -> "an ISO 8601 date or time";
            case CATEGORY, TEXT -> "text";
        };
    }

    private String why() {
        return note.isEmpty() ? "" : " (" + note + ")";
    }

    private String bound(double end) {
        if (Double.isInfinite(end)) {
            return "any";
        }
        if (column.type() == ColumnType.TIMESTAMP) {
            return Instant.EPOCH.plus((long) end, ChronoUnit.MICROS).toString();
        }
        return ContractText.number(end);
    }

    private String nearestBound() {
        double number = column.type() == ColumnType.TIMESTAMP ? TimestampText.micros(value) : NumberText.number(value);
        double nearest = number < column.range().min()
                ? column.range().min()
                : column.range().max();
        return "correct the value (nearest allowed: %s)".formatted(bound(nearest));
    }

    private String words() {
        int most = 10;
        String first = String.join(", ", column.set().stream().limit(most).toList());
        return column.set().size() <= most
                ? first
                : first + ", … (%d words)".formatted(column.set().size());
    }
}
