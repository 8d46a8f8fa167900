package dev.slipway.workflow;

import dev.slipway.contract.Contract;
import dev.slipway.contract.Finding;
import dev.slipway.contract.Report;
import dev.slipway.proof.Demand;
import dev.slipway.report.Entry;
import dev.slipway.report.Group;
import dev.slipway.report.ReportWriter;
import dev.slipway.report.Summary;
import dev.slipway.source.Unreadable;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.stream.Stream;

/** Tells a report writer what a check found. */
public final class WriteReport {
    /** Entries of one group that formats may show. */
    private static final int FIRST = 100;

    private static final String UNREADABLE = "SOURCE-UNREADABLE";

    private WriteReport() {}

    /** Writes the whole report and answers with its figures. */
    public static Summary run(String source, Contract contract, Report report, ReportWriter writer) {
        var summary = summary(source, contract, report);
        writer.begin(summary);
        entries(report).forEach(writer::each);
        writer.end();
        return summary;
    }

    /** The figures, and the first entries of each group. */
    public static Summary summary(String source, Contract contract, Report report) {
        var groups = new LinkedHashMap<List<String>, List<Entry>>();
        entries(report)
                .forEach(entry -> groups.computeIfAbsent(key(entry), key -> new ArrayList<>())
                        .add(entry));
        return new Summary(
                contract.name(),
                source,
                report.rows(),
                report.good(),
                report.bad(),
                report.unreadable().size(),
                groups.values().stream().map(WriteReport::group).toList(),
                kept(contract, groups.values().stream().map(list -> list.get(0)).toList()));
    }

    private static List<String> key(Entry entry) {
        return List.of(entry.code(), entry.column(), entry.name());
    }

    private static Group group(List<Entry> entries) {
        var first = entries.get(0);
        return new Group(
                first.code(),
                first.column(),
                first.name(),
                first.fails(),
                entries.size(),
                entries.stream().limit(FIRST).toList());
    }

    private static List<Summary.Kept> kept(Contract contract, List<Entry> broken) {
        return Demand.of(contract).stream()
                .map(demand -> new Summary.Kept(demand.rule().code(), demand.column(), demand.name()))
                .distinct()
                .filter(rule -> broken.stream().noneMatch(entry -> breaks(entry, rule, contract)))
                .toList();
    }

    /** The rule without a column is the one about columns that the contract does not name. */
    private static boolean breaks(Entry entry, Summary.Kept rule, Contract contract) {
        return entry.code().equals(rule.code())
                && entry.name().equals(rule.name())
                && ((rule.column().isEmpty() && rule.name().isEmpty())
                        ? contract.find(entry.column()).isEmpty()
                        : entry.column().equals(rule.column()));
    }

    private static Stream<Entry> entries(Report report) {
        return Stream.concat(
                        report.findings().stream().map(WriteReport::entry),
                        report.unreadable().stream().map(WriteReport::entry))
                .sorted(Comparator.comparingLong(Entry::record));
    }

    private static Entry entry(Finding finding) {
        return new Entry(
                finding.rule().code(),
                finding.column().name(),
                finding.name(),
                finding.fails(),
                finding.source(),
                finding.record(),
                finding.line(),
                finding.value(),
                finding.what(),
                finding.nearest(),
                finding.fix());
    }

    private static Entry entry(Unreadable record) {
        var problem = record.problem();
        return new Entry(
                UNREADABLE,
                "",
                "",
                true,
                record.source(),
                record.record(),
                record.line(),
                "",
                record.reason(),
                "",
                problem.fix());
    }
}
