package dev.slipway.source;

import dev.slipway.problem.Problem;
import dev.slipway.problem.SlipwayException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.stream.IntStream;

/** The names of the columns: those of the first record, those a person gave, or {@code c1} … {@code cn}. */
final class CsvHeader {
    private CsvHeader() {}

    /** Moves the records behind the header, if there is one. */
    static List<String> names(CsvRecords records, Detection detection, CsvSource source, TextReader text) {
        var dialect = source.dialect();
        if (!dialect.hasHeader()) {
            int fields = dialect.columns().isEmpty()
                    ? detection.usualFields()
                    : dialect.columns().size();
            if (fields == 0) {
                throw empty(source, "no record");
            }
            refuseWide(fields, source, 1);
            return dialect.columns().isEmpty()
                    ? IntStream.rangeClosed(1, fields).mapToObj(i -> "c" + i).toList()
                    : dialect.columns();
        }
        if (!records.next()) {
            throw empty(source, "not even a header");
        }
        refuseWide(records.count(), source, records.line());
        refuseDamaged(records, source, text);
        var named = IntStream.range(0, records.count()).mapToObj(records::field).toList();
        if (!dialect.columns().isEmpty()) {
            refuseOtherNumber(dialect, named, source, records.line());
            return dialect.columns();
        }
        if (dialect.header().isEmpty()) {
            detection.refuseDoubtfulHeader(source.name(), records.line());
        }
        refuseUnusable(named, source, records.line());
        return named;
    }

    private static SlipwayException empty(CsvSource source, String what) {
        return SlipwayException.refused(
                "SOURCE-EMPTY",
                "the file is empty: it has " + what,
                source.name(),
                "write the names of the columns into its first line, or name another file");
    }

    private static void refuseWide(int columns, CsvSource source, long line) {
        if (columns > TableReader.MOST_COLUMNS) {
            throw SlipwayException.refused(
                    "SOURCE-WIDE",
                    "the header has %,d columns; at most %,d are read".formatted(columns, TableReader.MOST_COLUMNS),
                    where(source, line),
                    "split the file, leave columns out, or put line ends between the records");
        }
    }

    private static void refuseDamaged(CsvRecords header, CsvSource source, TextReader text) {
        if (!header.fault().isEmpty()) {
            throw SlipwayException.refused(
                    "SOURCE-QUOTE",
                    "the header " + header.fault(),
                    where(source, header.line()),
                    "double a quote that belongs to a name (\"\"); where quotes mean nothing: --quote none");
        }
        if (!header.hasNul() && !text.damaged()) {
            return;
        }
        header.damage().ifPresent(damage -> {
            throw SlipwayException.refused(
                    "SOURCE-ENCODING",
                    damage.nul()
                            ? "the header has a NUL byte: this is a binary file, or UTF-16"
                            : "the header has the byte 0x%02X, which is not %s"
                                    .formatted(damage.value(), text.charset().name()),
                    "%s, column %d".formatted(where(source, header.line()), damage.field() + 1),
                    damage.nul()
                            ? "save it as text in UTF-8, or say the encoding: --encoding utf-16le"
                            : "save it as text in UTF-8 (in a spreadsheet 'CSV UTF-8'), or say the encoding, such as --encoding windows-1252");
        });
    }

    private static void refuseOtherNumber(Dialect dialect, List<String> named, CsvSource source, long line) {
        if (named.size() != dialect.columns().size()) {
            throw SlipwayException.usage(
                    "SOURCE-DIALECT",
                    "%d columns are named, the header has %d"
                            .formatted(dialect.columns().size(), named.size()),
                    where(source, line),
                    "name every column, in order; where the first line is data, leave --header away");
        }
    }

    private static void refuseUnusable(List<String> named, CsvSource source, long line) {
        var places = new LinkedHashMap<String, List<Integer>>();
        for (int column = 0; column < named.size(); column++) {
            String name = named.get(column).isBlank() ? "" : named.get(column);
            places.computeIfAbsent(name, unseen -> new ArrayList<>()).add(column + 1);
        }
        var problems = new ArrayList<Problem>();
        places.forEach((name, columns) -> {
            if (name.isEmpty()) {
                problems.add(new Problem(
                        "SOURCE-HEADER",
                        "%s %s no name".formatted(listed(columns), columns.size() == 1 ? "has" : "have"),
                        where(source, line),
                        "write a name for each column into the header; where the first line is data: --no-header"));
            } else if (columns.size() > 1) {
                problems.add(new Problem(
                        "SOURCE-HEADER",
                        "%s are both called '%s'".formatted(listed(columns), name),
                        where(source, line),
                        "give each column a name of its own; where the first line is data: --no-header"));
            }
        });
        if (!problems.isEmpty()) {
            throw new SlipwayException(SlipwayException.Kind.REFUSED, problems);
        }
    }

    private static String listed(List<Integer> columns) {
        return "%s %s%s"
                .formatted(
                        columns.size() == 1 ? "column" : "columns",
                        String.join(
                                ", ",
                                columns.stream().limit(10).map(String::valueOf).toList()),
                        columns.size() > 10 ? " and %d more".formatted(columns.size() - 10) : "");
    }

    private static String where(CsvSource source, long line) {
        return "%s, line %d".formatted(source.name(), line);
    }
}
