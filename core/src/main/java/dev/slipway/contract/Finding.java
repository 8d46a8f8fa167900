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
 * One rule broken, by one row or by more than a row.
 *
 * @param at the row; record 0 where a whole column or the whole data set is meant
 * @param column what the contract says of it; for a column the contract does not name, only the name means anything, and where no
 *     one column is meant the name is empty
 * @param name of the rule, where the contract has several of the kind: a condition, a key of several columns; else empty
 * @param value as it was written; empty where none was
 * @param note what else there is to say: where the value was seen first, what is wrong with the column
 * @param expected the value that would be right, where the data or the contract say so; else empty
 */
public record Finding(
        Rule rule,
        Severity severity,
        Row at,
        ContractColumn column,
        String name,
        String value,
        String note,
        String expected)
        implements Serializable {
    /** By row, findings about more than a row first; findings of one row stay in their order. */
    static final Comparator<Finding> BY_ROW = Comparator.comparing(Finding::at);

    /** No one column is meant. */
    static final ContractColumn NO_COLUMN = ContractColumn.of("", ColumnType.TEXT);

    /**
     * A row by its name.
     *
     * @param source the file as it was given, or "request"
     * @param record from 1; 0 where no one row is meant
     * @param line physical, from 1; 0 where the source has no lines
     */
    public record Row(String source, long record, long line) implements Comparable<Row>, Serializable {
        /** No one row is meant. */
        static Row none(String source) {
            return new Row(source, 0, 0);
        }

        /** "row 4 (line 5)". */
        String shown() {
            return line == 0 ? "row " + record : "row %d (line %d)".formatted(record, line);
        }

        /** What is about more than a row comes first, then by source and record. */
        @Override
        public int compareTo(Row other) {
            int whole = Boolean.compare(record > 0, other.record > 0);
            int named = whole != 0 ? whole : source.compareTo(other.source);
            return named != 0 ? named : Long.compare(record, other.record);
        }
    }

    /** A rule of the column, broken. */
    static Finding of(Rule rule, Row at, ContractColumn column, String value, String note) {
        return new Finding(rule, column.severity(), at, column, "", value, note, "");
    }

    /** A rule beyond single cells, broken. */
    static Finding of(Rule rule, Severity severity, Row at, String name, String value, String note) {
        return new Finding(rule, severity, at, NO_COLUMN, name, value, note, "");
    }

    public String source() {
        return at.source();
    }

    /** From 1; 0 where no one row is meant. */
    public long record() {
        return at.record();
    }

    /** From 1; 0 where the source has no lines. */
    public long line() {
        return at.line();
    }

    /** Whether the check fails for it. */
    public boolean fails() {
        return severity == Severity.FAIL;
    }

    private static final int SHOWN = 100;

    /** What happened, with the value. */
    public String what() {
        String name = column.name();
        return switch (rule) {
            case COLUMN -> "column '%s' %s".formatted(name, note);
            case TYPE -> "%s is %s, which is not %s%s".formatted(name, shown(), kind(), why());
            case PARSE -> "%s is %s, and %s".formatted(name, shown(), note);
            case MISSING -> record() == 0 ? name + " is missing in " + note : name + " is missing";
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
            case PATTERN -> "%s is %s, which does not match %s".formatted(name, shown(), column.pattern());
            case LENGTH ->
                "%s is %s, which has %d characters and not %s"
                        .formatted(name, shown(), value.codePointCount(0, value.length()), lengths());
            case UNIQUE -> "%s is %s again, as in %s".formatted(subject(), shown(), note);
            case DUPLICATE -> "the row is the same as %s".formatted(note);
            case DEPENDENCY -> "%s is %s, but %s".formatted(name, shown(), note);
            case CONDITION -> "the row breaks '%s': %s".formatted(this.name, note);
            case RELATION, DISTRIBUTION, ROWS, FRESHNESS -> note;
        };
    }

    /** The column, or the name of the rule where no one column is meant. */
    public String subject() {
        return column.name().isEmpty() ? name : column.name();
    }

    /** The nearest value that the rule allows; empty where there is none or none is nearer than the others. */
    public String nearest() {
        return switch (rule) {
            case RANGE -> bound(nearestEnd());
            case SET -> Nearest.to(value.strip(), column.set()).orElse("");
            default -> expected;
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
            case RANGE ->
                "correct the value (nearest allowed: %s), or widen the range of '%s' in the contract"
                        .formatted(nearest(), name);
            case SET -> "correct the value, or add it to the set of '%s' in the contract".formatted(name);
            case PATTERN -> "correct the value, or the pattern of '%s' in the contract".formatted(name);
            case LENGTH -> "correct the value, or the length of '%s' in the contract".formatted(name);
            case UNIQUE ->
                "remove or correct the repeated row, or drop 'unique' of '%s' in the contract".formatted(subject());
            case DUPLICATE -> "remove the repeated row, or drop 'duplicates' in the contract";
            case DEPENDENCY ->
                "correct one of the values (expected: %s), or change the dependency in the contract"
                        .formatted(expected);
            case CONDITION -> "correct the row, or change the rule '%s' in the contract".formatted(this.name);
            case RELATION, DISTRIBUTION, ROWS, FRESHNESS ->
                "find out what changed in the data, or change the rule in the contract";
        };
    }

    /** "people.csv, row 4 (line 5), column 'age'". */
    public String where() {
        String row = record() == 0 ? "" : ", " + at.shown();
        String part = column.name().isEmpty() ? "" : ", column '%s'".formatted(column.name());
        String rules = column.name().isEmpty() && !name.isEmpty() ? ", rule '%s'".formatted(name) : "";
        return source() + row + part + rules;
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
            case VECTOR -> throw column.type().notOfData();
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
        return YamlText.number(end);
    }

    private double nearestEnd() {
        double number = column.type() == ColumnType.TIMESTAMP ? TimestampText.micros(value) : NumberText.number(value);
        return number < column.range().min()
                ? column.range().min()
                : column.range().max();
    }

    private String lengths() {
        var length = column.length();
        if (length.min() == length.max()) {
            return Integer.toString(length.min());
        }
        return length.max() == Integer.MAX_VALUE
                ? "at least " + length.min()
                : "%d to %d".formatted(length.min(), length.max());
    }

    private String words() {
        int most = 10;
        String first = String.join(", ", column.set().stream().limit(most).toList());
        return column.set().size() <= most
                ? first
                : first + ", … (%d words)".formatted(column.set().size());
    }
}
