package dev.slipway.report;

import dev.slipway.problem.Printable;
import java.util.stream.Collectors;

/**
 * JUnit's XML as Jenkins, GitLab and others read it: a test case for each rule of each column, which fails with the first rows
 * that break it. What only warns is a case that was skipped, the one way in which this format can show it without failing.
 */
final class JunitReport implements ReportWriter {
    private final Output out;

    JunitReport(Output out) {
        this.out = out;
    }

    @Override
    public void begin(Summary summary) {
        long failed = summary.groups().stream().filter(Group::fails).count();
        long warned = summary.groups().size() - failed;
        int tests = summary.groups().size() + summary.kept().size();
        String name = Xml.of("%s: %s".formatted(summary.contract(), summary.source()));
        out.line("<?xml version=\"1.0\" encoding=\"UTF-8\"?>")
                .line("<testsuites name=\"slipway contract check\" tests=\"%d\" failures=\"%d\" errors=\"0\">"
                        .formatted(tests, failed))
                .line("  <testsuite name=\"%s\" tests=\"%d\" failures=\"%d\" errors=\"0\" skipped=\"%d\" time=\"0\">"
                        .formatted(name, tests, failed, warned))
                .line("    <properties>");
        property("contract", summary.contract());
        property("file", summary.source());
        property("rows", Long.toString(summary.rows()));
        property("good", Long.toString(summary.good()));
        property("bad", Long.toString(summary.bad()));
        property("unreadable", Long.toString(summary.unreadable()));
        out.line("    </properties>");
        summary.groups().forEach(group -> broken(summary, group));
        summary.kept().forEach(rule -> out.line("    " + opening(summary, rule.code(), rule.subject()) + "/>"));
        out.line("  </testsuite>").line("</testsuites>");
    }

    private void property(String name, String value) {
        out.line("      <property name=\"%s\" value=\"%s\"/>".formatted(name, Xml.of(value)));
    }

    private static String opening(Summary summary, String code, String subject) {
        return "<testcase classname=\"%s\" name=\"%s\" time=\"0\""
                .formatted(
                        Xml.of(summary.contract() + (subject.isEmpty() ? "" : "." + subject)),
                        Xml.of(subject.isEmpty() ? code : code + " " + subject));
    }

    private void broken(Summary summary, Group group) {
        String first = group.first().isEmpty()
                ? ""
                : ", first: " + group.first().get(0).what();
        String message = Xml.of(Printable.of((group.fails() ? "" : "warning: ") + group.count() + " found" + first));
        out.line("    " + opening(summary, group.code(), group.subject()) + ">");
        if (group.fails()) {
            out.write("      <failure type=\"%s\" message=\"%s\">".formatted(Xml.of(group.code()), message))
                    .write(rows(group))
                    .line("</failure>");
        } else {
            out.line("      <skipped type=\"%s\" message=\"%s\"/>".formatted(Xml.of(group.code()), message))
                    .write("      <system-out>")
                    .write(rows(group))
                    .line("</system-out>");
        }
        out.line("    </testcase>");
    }

    private static String rows(Group group) {
        String rows = group.first().stream()
                .map(entry -> Xml.of(Printable.of("%s: %s".formatted(entry.where(), entry.what()))))
                .collect(Collectors.joining("\n"));
        long more = group.count() - group.first().size();
        return rows
                + (more > 0 ? "\n… and %d more; see --format json".formatted(more) : "")
                + "\nfix: "
                + Xml.of(Printable.of(group.fix()));
    }

    @Override
    public void each(Entry entry) {
        // The first rows of each group are in the figures already; a build server shows no million of them.
    }

    @Override
    public void end() {
        // Everything is written.
    }
}
