package dev.slipway.report;

import dev.slipway.document.Json;

/** One JSON document, written as it comes: the figures, then one line for each entry. */
final class JsonReport implements ReportWriter {
    private final Output out;
    private boolean any;

    JsonReport(Output out) {
        this.out = out;
    }

    @Override
    public void begin(Summary summary) {
        out.line("{");
        summary.object().forEach((key, value) -> out.line("  %s: %s,".formatted(Json.write(key), Json.write(value))));
        out.write("  \"findings\": [");
    }

    @Override
    public boolean wantsEach() {
        return true;
    }

    @Override
    public void each(Entry entry) {
        out.write(any ? ",\n    " : "\n    ").write(Json.write(entry.object()));
        any = true;
    }

    @Override
    public void end() {
        out.line(any ? "\n  ]" : "]").line("}");
    }
}
