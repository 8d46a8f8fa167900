package dev.slipway.workflow;

import dev.slipway.contract.Contract;
import dev.slipway.contract.Finding;
import dev.slipway.contract.Report;
import dev.slipway.contract.Rule;
import dev.slipway.engine.Engine;
import dev.slipway.proof.Demand;
import dev.slipway.report.Entry;
import dev.slipway.report.Group;
import dev.slipway.report.ReportWriter;
import dev.slipway.report.Summary;
import dev.slipway.source.Source;
import dev.slipway.source.Unreadable;
import java.util.ArrayList;
import java.util.List;

/** Tells a report writer what a check found. */
public final class WriteReport {
    /** Entries of one group that formats may show. */
    private static final int FIRST = 100;

    private static final String UNREADABLE = "SOURCE-UNREADABLE";

    private WriteReport() {}

    /** Writes the whole report and answers with its figures. A writer of every entry takes one more pass over the source. */
    public static Summary run(Engine engine, Source source, Contract contract, Report report, ReportWriter writer) {
        var summary = summary(source.name(), contract, report);
        writer.begin(summary);
        if (writer.wantsEach()) {
            report.each(engine, source, finding -> writer.each(entry(finding)), record -> writer.each(entry(record)));
        }
        writer.end();
        return summary;
    }

    /** The figures, and the first entries of each group. */
    public static Summary summary(String source, Contract contract, Report report) {
        var groups = new ArrayList<Group>();
        report.groups().forEach(group -> groups.add(group(group)));
        if (report.unreadable() > 0) {
            groups.add(unreadable(report));
        }
        return new Summary(
                contract.name(),
                source,
                report.rows(),
                report.good(),
                report.bad(),
                report.unreadable(),
                groups,
                kept(
                        contract,
                        groups.stream().map(group -> group.first().get(0)).toList()));
    }

    private static Group group(dev.slipway.contract.Group found) {
        var entries = found.first().stream().map(WriteReport::entry).toList();
        var first = entries.get(0);
        return new Group(first.code(), first.column(), first.name(), found.fails(), found.count(), entries);
    }

    private static Group unreadable(Report report) {
        var entries = report.firstUnreadable().stream()
                .limit(FIRST)
                .map(WriteReport::entry)
                .toList();
        return new Group(UNREADABLE, "", "", true, report.unreadable(), entries);
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
                        ? !rule.code().equals(Rule.COLUMN.code())
                                || contract.find(entry.column()).isEmpty()
                        : entry.column().equals(rule.column()));
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
