package dev.slipway.workflow;

import dev.slipway.explain.Importance;
import dev.slipway.metric.Metric;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Columns that can go together: learned again without all of them.
 *
 * @param loss of the metric without them, over the folds
 * @param latency the share of the time of an answer that is saved; negative where it takes longer
 * @param computing what is saved in 1,000 answers, where the project says what computing costs
 * @param sources what need not be bought for 1,000 answers
 */
public record Saving(
        List<String> columns, Importance loss, double latency, Optional<Double> computing, double sources) {
    public Saving {
        columns = List.copyOf(columns);
    }

    /** Such as {@code drop these 3: deck, port, alone: -38 % latency, -0.1 % roc_auc (95 % from -0.3 % to +0.1 %)}. */
    String sentence(Metric metric, double score, String unit) {
        double sign = metric.higherIsBetter() ? -1 : 1;
        double one = sign * loss.low() / Math.abs(score);
        double other = sign * loss.high() / Math.abs(score);
        var text = "drop %s: %s: %s latency, %s %s (95 %% from %s to %s)"
                .formatted(
                        columns.size() == 1 ? "this one" : "these " + columns.size(),
                        String.join(", ", columns),
                        percent("%+.0f", -latency),
                        percent("%+.2f", sign * loss.mean() / Math.abs(score)),
                        metric.id(),
                        percent("%+.2f", Math.min(one, other)),
                        percent("%+.2f", Math.max(one, other)));
        double money = computing.orElse(0.0) + sources;
        return computing.isEmpty() && sources == 0
                ? text
                : text + String.format(Locale.ROOT, ", %+.2g", -money) + (" " + unit).stripTrailing()
                        + " per 1,000 answers";
    }

    private static String percent(String format, double share) {
        // What rounds to nothing has no sign.
        return String.format(Locale.ROOT, format, 100 * share).replaceAll("^[-+](0[.0]*)$", "$1") + " %";
    }
}
