package dev.slipway.report;

import java.util.Locale;

/** The languages a report is written in. */
public enum ReportFormat {
    /** For a terminal: grouped, with the first rows of each group. */
    TEXT,
    /** One document with everything. */
    JSON,
    /** One entry a line, and a last line with the figures. */
    NDJSON,
    /** Test results: a case for each rule of each column. */
    JUNIT,
    /** Commands that GitHub shows beside the lines of the file. */
    GITHUB,
    /** A page of its own. */
    HTML;

    /** How many entries of each group formats show that cannot show all. */
    static final int SHOWN = 10;

    /** The word people write: lower case. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Whether the report has every entry, and not only the first ones of each group. */
    public boolean complete() {
        return this == JSON || this == NDJSON;
    }

    /** A report in this format; what cannot be written fails as it does in the appendable. */
    public ReportWriter on(Appendable out) {
        var page = new Output(out);
        return switch (this) {
            case TEXT -> new TextReport(page, false);
            case JSON -> new JsonReport(page);
            case NDJSON -> new NdjsonReport(page);
            case JUNIT -> new JunitReport(page);
            case GITHUB -> new GithubReport(page);
            case HTML -> new HtmlReport(page);
        };
    }

    /** For a terminal: grouped, and then every entry there is, in source order. */
    public static ReportWriter everyRow(Appendable out) {
        return new TextReport(new Output(out), true);
    }
}
