package dev.slipway.report;

import dev.slipway.document.Json;
import java.util.Map;

/** One JSON object a line: {@code {"finding": …}} for each entry, and {@code {"summary": …}} as the last. */
final class NdjsonReport implements ReportWriter {
    private final Output out;
    private String summary = "";

    NdjsonReport(Output out) {
        this.out = out;
    }

    @Override
    public void begin(Summary figures) {
        summary = Json.write(Map.of("summary", figures.object()));
    }

    @Override
    public boolean wantsEach() {
        return true;
    }

    @Override
    public void each(Entry entry) {
        out.line(Json.write(Map.of("finding", entry.object())));
    }

    @Override
    public void end() {
        out.line(summary);
    }
}
