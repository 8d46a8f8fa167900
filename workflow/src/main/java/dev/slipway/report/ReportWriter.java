package dev.slipway.report;

/**
 * Writes one report: its figures, then entry by entry, then what closes it. Holds no more than a bounded number of entries. For
 * one thread.
 */
public sealed interface ReportWriter
        permits TextReport, JsonReport, NdjsonReport, JunitReport, GithubReport, HtmlReport {
    /** Comes first, once. */
    void begin(Summary summary);

    /** Whether it shows every entry; else those that come with the figures are enough. */
    default boolean wantsEach() {
        return false;
    }

    /** The next entry in source order; formats that are not {@linkplain ReportFormat#complete() complete} need none. */
    void each(Entry entry);

    /** Comes last, once. */
    void end();
}
