package dev.slipway.report;

import dev.slipway.problem.Printable;
import java.util.ArrayList;
import java.util.List;

/**
 * Workflow commands, which GitHub shows beside the lines of the file. It shows ten errors and ten warnings of a step and drops
 * the rest without a word, so these are the first of every group before the second of any, and a last line says how many there
 * are.
 */
final class GithubReport implements ReportWriter {
    private static final int SHOWN = 10;

    private final Output out;

    GithubReport(Output out) {
        this.out = out;
    }

    @Override
    public void begin(Summary summary) {
        var failures = chosen(summary, true);
        var warnings = chosen(summary, false);
        failures.forEach(entry -> command("error", entry));
        warnings.forEach(entry -> command("warning", entry));
        int shown = failures.size() + warnings.size();
        long all = summary.failures() + summary.warnings();
        String more =
                all > shown ? "; %d of %d findings shown, all of them are in --format json".formatted(shown, all) : "";
        out.line(data(Printable.of("slipway: %s: %s%s".formatted(summary.source(), summary.line(), more))));
    }

    private static List<Entry> chosen(Summary summary, boolean fails) {
        var groups = summary.groups().stream()
                .filter(group -> group.fails() == fails)
                .toList();
        var chosen = new ArrayList<Entry>();
        for (int place = 0; place < SHOWN; place++) {
            for (var group : groups) {
                if (chosen.size() < SHOWN && place < group.first().size()) {
                    chosen.add(group.first().get(place));
                }
            }
        }
        return chosen;
    }

    private void command(String level, Entry entry) {
        String line = entry.line() > 0 ? ",line=" + entry.line() : "";
        String title = entry.subject().isEmpty() ? entry.code() : entry.code() + " " + entry.subject();
        out.line("::%s file=%s%s,title=%s::%s"
                .formatted(
                        level,
                        property(entry.source()),
                        line,
                        property(title),
                        data(Printable.of("%s (%s); fix: %s".formatted(entry.what(), entry.where(), entry.fix())))));
    }

    /** What stands behind the second pair of colons. */
    static String data(String text) {
        return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A");
    }

    /** What stands behind an equals sign. */
    static String property(String text) {
        return data(text).replace(":", "%3A").replace(",", "%2C");
    }

    @Override
    public void each(Entry entry) {
        // GitHub would not show it.
    }

    @Override
    public void end() {
        // Everything is written.
    }
}
