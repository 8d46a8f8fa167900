package dev.slipway.serving;

import dev.slipway.document.Json;
import dev.slipway.model.Predictions;
import dev.slipway.rollout.Live;
import java.io.ByteArrayOutputStream;
import java.util.List;
import tools.jackson.core.JsonGenerator;

/** Predictions as JSON, with who made them. Doubles in the fewest digits that read back as the same bits. */
final class PredictionsJson {
    private static final int ENVELOPE = 160;
    private static final int ROW = 64;

    private PredictionsJson() {}

    static byte[] of(Live live, Predictions predictions) {
        var bytes = new ByteArrayOutputStream(ENVELOPE + ROW * predictions.rows());
        try (var json = Json.generator(bytes)) {
            var release = live.release();
            json.writeStartObject();
            json.writeStringProperty("deployment", release.deployment());
            json.writeNumberProperty("release", release.number());
            json.writeStringProperty("model", release.plan().model());
            json.writeNumberProperty("version", release.plan().champion());
            json.writeArrayPropertyStart("predictions");
            var labels = live.model().target().labels();
            for (int row = 0; row < predictions.rows(); row++) {
                write(json, labels, predictions, row);
            }
            json.writeEndArray();
            json.writeEndObject();
        }
        return bytes.toByteArray();
    }

    private static void write(JsonGenerator json, List<String> labels, Predictions predictions, int row) {
        json.writeStartObject();
        if (predictions.isNumbers()) {
            json.writeNumberProperty("value", predictions.number(row));
            json.writeEndObject();
            return;
        }
        int label = predictions.label(row);
        boolean two = labels.size() == 2;
        json.writeStringProperty("label", labels.get(label));
        // Of two classes the positive one is asked about, whichever is likelier; of more, the likeliest.
        json.writeNumberProperty("probability", predictions.probability(row, two ? 1 : label));
        if (!two) {
            json.writeObjectPropertyStart("probabilities");
            for (int each = 0; each < labels.size(); each++) {
                json.writeNumberProperty(labels.get(each), predictions.probability(row, each));
            }
            json.writeEndObject();
        }
        json.writeEndObject();
    }
}
