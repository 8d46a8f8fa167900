package dev.slipway.report;

import dev.slipway.problem.Printable;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.List;
import java.util.Locale;

/**
 * One page that needs no other file, no script and no network, and allows none: well-formed XHTML with a content security policy.
 * Shows the first rows of each group and says how many more there are.
 */
final class HtmlReport implements ReportWriter {
    private static final String STYLE = """
            :root{color-scheme:light dark;--ink:#1c2430;--soft:#5b6675;--line:#d9dee5;--paper:#fff;--back:#f5f7f9;
            --good:#2e7d4f;--bad:#b3362b;--warn:#a86a00;--lost:#7a4f9a}
            @media (prefers-color-scheme:dark){:root{--ink:#e6eaf0;--soft:#9aa6b5;--line:#333c48;--paper:#1b2129;--back:#12171d;
            --good:#63c08a;--bad:#f08379;--warn:#e3a94a;--lost:#c39be0}}
            body{margin:0;background:var(--back);color:var(--ink);font:15px/1.5 system-ui,sans-serif}
            main{max-width:64rem;margin:0 auto;padding:2rem 1rem 4rem}
            h1{font-size:1.5rem;margin:0}h2{font-size:1.05rem;margin:0}
            p{margin:.3rem 0}.soft{color:var(--soft)}
            .bar{display:flex;height:.8rem;border-radius:.4rem;overflow:hidden;margin:1rem 0 .6rem;background:var(--line)}
            .good{background:var(--good)}.bad{background:var(--bad)}.unreadable{background:var(--lost)}
            dl{display:flex;flex-wrap:wrap;gap:.6rem;margin:0 0 1.2rem}
            dl div{background:var(--paper);border:1px solid var(--line);border-radius:.5rem;padding:.5rem 1rem;min-width:6rem}
            dt{color:var(--soft);font-size:.85rem}dd{margin:0;font-size:1.3rem;font-variant-numeric:tabular-nums}
            section,details{background:var(--paper);border:1px solid var(--line);border-left:.3rem solid var(--bad);
            border-radius:.5rem;padding:.8rem 1rem;margin:1rem 0;overflow-x:auto}
            section.warns{border-left-color:var(--warn)}details{border-left-color:var(--good)}
            table{border-collapse:collapse;width:100%;margin:.6rem 0}
            th{text-align:left;color:var(--soft);font-weight:500;font-size:.85rem}
            th,td{padding:.25rem .8rem .25rem 0;border-top:1px solid var(--line);vertical-align:top;overflow-wrap:anywhere}
            .figure{text-align:right;font-variant-numeric:tabular-nums;white-space:nowrap}
            code{font:13px/1.5 ui-monospace,monospace;white-space:pre-wrap}
            """.replace("\r", "");

    private final Output out;

    HtmlReport(Output out) {
        this.out = out;
    }

    @Override
    public void begin(Summary summary) {
        String title = Xml.of(Printable.of("%s against %s".formatted(summary.source(), summary.contract())));
        out.line("<!DOCTYPE html>")
                .line("<html xmlns=\"http://www.w3.org/1999/xhtml\" lang=\"en\" xml:lang=\"en\">")
                .line("<head>")
                .line("<meta charset=\"utf-8\"/>")
                .line(
                        "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src &#39;none&#39;; style-src &#39;sha256-%s&#39;; base-uri &#39;none&#39;; form-action &#39;none&#39;\"/>"
                                .formatted(hash(STYLE)))
                .line("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\"/>")
                .line("<title>%s</title>".formatted(title))
                .write("<style>")
                .write(STYLE)
                .line("</style>")
                .line("</head>")
                .line("<body>")
                .line("<main>")
                .line("<h1>%s</h1>".formatted(title))
                .line("<p class=\"soft\">%s</p>".formatted(verdict(summary)));
        figures(summary);
        summary.groups().forEach(this::group);
        kept(summary.kept());
    }

    private static String verdict(Summary summary) {
        if (summary.groups().isEmpty()) {
            return "The data keep the contract.";
        }
        return summary.passed()
                ? "The data keep the contract; there are warnings."
                : "The data break the contract. For each rule and column the first rows are shown.";
    }

    private void figures(Summary summary) {
        out.write("<div class=\"bar\">");
        share("good", summary.good(), summary.rows());
        share("bad", summary.bad(), summary.rows());
        share("unreadable", summary.unreadable(), summary.rows());
        out.line("</div>").write("<dl>");
        figure("rows", summary.rows());
        figure("good", summary.good());
        figure("bad", summary.bad());
        figure("unreadable", summary.unreadable());
        figure("findings", summary.failures());
        figure("warnings", summary.warnings());
        out.line("</dl>");
    }

    /* An SVG has its width in an attribute: widths in styles would need a policy that allows any style. */
    private void share(String kind, long count, long all) {
        if (count > 0) {
            out.write(
                    "<svg xmlns=\"http://www.w3.org/2000/svg\" class=\"%s\" width=\"%s%%\" height=\"100%%\" role=\"img\"><title>%s: %s</title></svg>"
                            .formatted(
                                    kind,
                                    String.format(Locale.ROOT, "%.3f", 100.0 * count / all),
                                    kind,
                                    grouped(count)));
        }
    }

    private void figure(String name, long value) {
        out.write("<div><dt>%s</dt><dd>%s</dd></div>".formatted(name, grouped(value)));
    }

    private static String grouped(long value) {
        return String.format(Locale.ROOT, "%,d", value);
    }

    private void group(Group group) {
        out.line("<section%s>".formatted(group.fails() ? "" : " class=\"warns\""))
                .line("<h2>%s: %s%s</h2>"
                        .formatted(text(group.title()), grouped(group.count()), group.fails() ? "" : " (warning)"))
                .line("<table>")
                .line(
                        "<thead><tr><th class=\"figure\">row</th><th class=\"figure\">line</th><th>value</th><th>what</th><th>nearest allowed</th></tr></thead>")
                .line("<tbody>");
        group.first().forEach(this::row);
        out.line("</tbody>").line("</table>");
        if (group.count() > group.first().size()) {
            out.line("<p class=\"soft\">… and %s more; all of them are in --format json</p>"
                    .formatted(grouped(group.count() - group.first().size())));
        }
        out.line("<p>fix: %s</p>".formatted(text(group.fix()))).line("</section>");
    }

    private void row(Entry entry) {
        out.line(
                "<tr><td class=\"figure\">%s</td><td class=\"figure\">%s</td><td><code>%s</code></td><td>%s</td><td><code>%s</code></td></tr>"
                        .formatted(
                                entry.record() == 0 ? "" : grouped(entry.record()),
                                entry.line() == 0 ? "" : grouped(entry.line()),
                                text(entry.value()),
                                text(entry.what()),
                                text(entry.nearest())));
    }

    private void kept(List<Summary.Kept> rules) {
        if (!rules.isEmpty()) {
            out.line("<details><summary>%d rules that nothing breaks</summary><table><tbody>".formatted(rules.size()));
            rules.forEach(rule ->
                    out.line("<tr><td>%s</td><td>%s</td></tr>".formatted(text(rule.code()), text(rule.subject()))));
            out.line("</tbody></table></details>");
        }
    }

    private static String text(String text) {
        return Xml.of(Printable.of(text));
    }

    @Override
    public void each(Entry entry) {
        // A page of a million rows helps nobody; the first of each group are in the figures.
    }

    @Override
    public void end() {
        out.line("</main>").line("</body>").line("</html>");
    }

    private static String hash(String style) {
        try {
            var sha = MessageDigest.getInstance("SHA-256").digest(style.getBytes(StandardCharsets.UTF_8));
            return Base64.getEncoder().encodeToString(sha);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every JDK has SHA-256", impossible);
        }
    }
}
