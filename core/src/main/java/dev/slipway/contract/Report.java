package dev.slipway.contract;

import dev.slipway.document.Json;
import dev.slipway.problem.Printable;
import dev.slipway.source.Unreadable;
import dev.slipway.table.Origins;
import java.io.Serializable;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntPredicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * How a data set stands to a contract: every finding there is, by record, those about whole columns first. The records of the
 * source are good, bad or unreadable, and nothing else.
 */
public final class Report implements Serializable {
    private final String contract;
    private final long rows;
    private final List<Finding> findings;
    private final List<Unreadable> unreadable;
    private final long[] badRecords;

    private Report(
            String contract, long rows, List<Finding> findings, List<Unreadable> unreadable, long... badRecords) {
        this.contract = contract;
        this.rows = rows;
        this.findings = findings;
        this.unreadable = unreadable;
        this.badRecords = badRecords;
    }

    static Report of(String contract, long readable, List<Finding> findings, List<Unreadable> unreadable) {
        long[] bad = findings.stream()
                .mapToLong(Finding::record)
                .filter(record -> record > 0)
                .distinct()
                .sorted()
                .toArray();
        return new Report(
                contract,
                readable + unreadable.size(),
                List.copyOf(findings),
                unreadable.stream()
                        .sorted(Comparator.comparingLong(Unreadable::record).thenComparing(Unreadable::line))
                        .toList(),
                bad);
    }

    /** All records of the source: good + bad + unreadable. */
    public long rows() {
        return rows;
    }

    public long good() {
        return rows - badRecords.length - unreadable.size();
    }

    /** Rows with at least one finding. */
    public long bad() {
        return badRecords.length;
    }

    public List<Unreadable> unreadable() {
        return unreadable;
    }

    public List<Finding> findings() {
        return findings;
    }

    /** Whether the data keeps the contract: no finding, nothing unreadable. */
    public boolean passed() {
        return findings.isEmpty() && unreadable.isEmpty();
    }

    public boolean isBad(long record) {
        return Arrays.binarySearch(badRecords, record) >= 0;
    }

    /** The rows, from 0, that are good; for a second pass that splits the source in two. */
    public int[] goodRows(Origins origins) {
        return rows(origins, row -> !isBad(origins.record(row)));
    }

    /** The rows, from 0, that are bad. */
    public int[] badRows(Origins origins) {
        return rows(origins, row -> isBad(origins.record(row)));
    }

    private static int[] rows(Origins origins, IntPredicate wanted) {
        return IntStream.range(0, origins.size()).filter(wanted).toArray();
    }

    /** Everything, for programs: keys in a fixed order, one object for each finding. */
    public String json() {
        var all = new LinkedHashMap<String, Object>();
        all.put("contract", contract);
        all.put("passed", passed());
        all.put("rows", rows);
        all.put("good", good());
        all.put("bad", bad());
        all.put("unreadable", unreadable.size());
        all.put("findings", findings.stream().map(Report::object).toList());
        all.put("unreadable_records", unreadable.stream().map(Report::object).toList());
        return Json.pretty(all);
    }

    private static Map<String, Object> object(Finding finding) {
        var object = new LinkedHashMap<String, Object>();
        object.put("code", finding.rule().code());
        object.put("column", finding.column().name());
        if (finding.record() > 0) {
            object.put("row", finding.record());
        }
        if (finding.line() > 0) {
            object.put("line", finding.line());
        }
        object.put("value", finding.value());
        object.put("what", finding.what());
        object.put("where", finding.where());
        object.put("fix", finding.fix());
        return object;
    }

    private static Map<String, Object> object(Unreadable record) {
        var object = new LinkedHashMap<String, Object>();
        object.put("row", record.record());
        object.put("line", record.line());
        object.put("reason", record.reason());
        return object;
    }

    /** Everything, for people: grouped by rule and column, with at most so many rows of each group. */
    public String text(int limit) {
        var out = new StringBuilder(
                "%d rows: %d good, %d bad, %d unreadable%n".formatted(rows, good(), bad(), unreadable.size()));
        var groups = findings.stream()
                .collect(Collectors.groupingBy(
                        finding -> finding.rule().code() + ", column '"
                                + finding.column().name() + "'",
                        LinkedHashMap::new,
                        Collectors.toList()));
        groups.forEach((group, members) -> append(
                out,
                Printable.of(group),
                members.stream().map(finding -> "%s%n      %s".formatted(finding.what(), finding.where())),
                members.size(),
                limit,
                members.get(0).fix()));
        if (!unreadable.isEmpty()) {
            append(
                    out,
                    "SOURCE-UNREADABLE",
                    unreadable.stream()
                            .map(record -> "%s%n      %s"
                                    .formatted(record.reason(), record.problem().where())),
                    unreadable.size(),
                    limit,
                    "correct the records in the file");
        }
        return out.toString();
    }

    private static void append(
            StringBuilder out, String title, Stream<String> lines, int total, int limit, String fix) {
        out.append("%n%s: %d%n".formatted(title, total));
        lines.limit(limit).forEach(line -> out.append("    %s%n".formatted(Printable.of(line))));
        if (total > limit) {
            out.append("    … and %d more; print them with --all%n".formatted(total - limit));
        }
        out.append("  fix: %s%n".formatted(Printable.of(fix)));
    }
}
