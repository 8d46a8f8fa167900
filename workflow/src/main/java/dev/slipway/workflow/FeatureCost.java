package dev.slipway.workflow;

import dev.slipway.explain.Importance;
import dev.slipway.table.Column;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * What a column of the data costs a model that reads it, against what it adds.
 *
 * @param bytes of a row that sends it in a request, on average: name, value and punctuation
 * @param missing the share of the training rows, 0 to 1, that have no value
 * @param source what one value costs where it comes from; empty where the project does not say
 * @param microseconds of one answer that it takes; noise can make it negative; empty where it was not measured
 * @param loss of the metric without it; empty where it was not measured
 */
public record FeatureCost(
        String column,
        double bytes,
        double missing,
        Optional<Double> source,
        Optional<Double> microseconds,
        Optional<Importance> loss) {
    private static final int LOOKED_AT = 10_000;
    private static final int NULL = 4;

    static FeatureCost of(Column column, Optional<Double> source) {
        double rows = Math.max(1, column.size());
        double missing = column.missing().count() / rows;
        return new FeatureCost(column.name(), bytes(column), missing, source, Optional.empty(), Optional.empty());
    }

    FeatureCost measured(double microseconds, Importance loss) {
        return new FeatureCost(column, bytes, missing, source, Optional.of(microseconds), Optional.of(loss));
    }

    private static double bytes(Column column) {
        int rows = Math.min(column.size(), LOOKED_AT);
        boolean quoted = !column.type().numeric();
        long bytes = 0;
        for (int row = 0; row < rows; row++) {
            bytes += column.isMissing(row) ? NULL : length(column.text(row)) + (quoted ? 2 : 0);
        }
        // Two quotes and a colon about the name, and a comma behind the value.
        return length(column.name()) + 4 + (double) bytes / Math.max(1, rows);
    }

    private static int length(String text) {
        return text.getBytes(StandardCharsets.UTF_8).length;
    }
}
