package dev.slipway.serving;

import dev.slipway.contract.Examined;
import dev.slipway.contract.Finding;
import dev.slipway.document.Json;
import dev.slipway.problem.Problem;
import dev.slipway.problem.SlipwayException;
import java.io.ByteArrayOutputStream;
import tools.jackson.core.JsonGenerator;

/** Findings as JSON: the problems of every refusal, and what a program wants to know of each. */
final class FindingsJson {
    /** More than this would make a larger answer than any request. */
    private static final int MOST = 10_000;

    private FindingsJson() {}

    static byte[] of(Examined examined) {
        var findings = examined.findings();
        var bytes = new ByteArrayOutputStream();
        try (var json = Json.generator(bytes)) {
            json.writeStartObject();
            json.writeStringProperty("kind", SlipwayException.Kind.REFUSED.name());
            json.writeArrayPropertyStart("problems");
            for (var finding : findings.subList(0, Math.min(MOST, findings.size()))) {
                write(json, finding);
            }
            if (findings.size() > MOST) {
                json.writeStartObject();
                write(
                        json,
                        new Problem(
                                "REQUEST-MORE-FINDINGS",
                                "%d more findings are not listed".formatted(findings.size() - MOST),
                                "request",
                                "correct these first"));
                json.writeEndObject();
            }
            json.writeEndArray();
            json.writeEndObject();
        }
        return bytes.toByteArray();
    }

    private static void write(JsonGenerator json, Finding finding) {
        json.writeStartObject();
        write(json, finding.problem());
        json.writeNumberProperty("row", finding.record());
        json.writeStringProperty("column", finding.column().name());
        json.writeStringProperty("rule", finding.rule().label());
        json.writeStringProperty("value", finding.value());
        json.writeEndObject();
    }

    private static void write(JsonGenerator json, Problem problem) {
        json.writeStringProperty("code", problem.code());
        json.writeStringProperty("what", problem.what());
        json.writeStringProperty("where", problem.where());
        json.writeStringProperty("fix", problem.fix());
    }
}
