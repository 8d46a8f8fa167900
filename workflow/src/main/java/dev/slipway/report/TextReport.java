package dev.slipway.report;

import dev.slipway.problem.Printable;

/** For a terminal: what was found by rule and column, the first rows of each or all of them. */
final class TextReport implements ReportWriter {
    private final Output out;
    private final boolean every;

    TextReport(Output out, boolean every) {
        this.out = out;
        this.every = every;
    }

    @Override
    public void begin(Summary summary) {
        out.line(summary.line());
        summary.groups().forEach(this::group);
        if (every && !summary.groups().isEmpty()) {
            out.line("").line("every row:");
        }
    }

    private void group(Group group) {
        out.line("")
                .line("%s: %d%s"
                        .formatted(Printable.of(group.title()), group.count(), group.fails() ? "" : " (warning)"));
        if (!every) {
            var shown = group.first().stream().limit(ReportFormat.SHOWN).toList();
            shown.forEach(this::entry);
            if (group.count() > shown.size()) {
                out.line("    … and %d more; print them with --all".formatted(group.count() - shown.size()));
            }
        }
        out.line("  fix: " + Printable.of(group.fix()));
    }

    private void entry(Entry entry) {
        out.line("    " + oneLine(entry.what())).line("      " + oneLine(entry.where()));
    }

    @Override
    public boolean wantsEach() {
        return every;
    }

    @Override
    public void each(Entry entry) {
        if (every) {
            entry(entry);
        }
    }

    @Override
    public void end() {
        // A terminal needs no closing line.
    }

    private static String oneLine(String text) {
        return Printable.of(text).replace("\n", "\\n");
    }
}
