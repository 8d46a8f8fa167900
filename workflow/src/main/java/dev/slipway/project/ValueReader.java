package dev.slipway.project;

import dev.slipway.document.Mapping;
import dev.slipway.evaluation.Value;
import dev.slipway.evaluation.Worth;
import java.util.List;
import java.util.Optional;

/** Reads {@code value}: a reward column with a cost, or an amount for each of the four outcomes. */
final class ValueReader {
    private static final List<String> OUTCOMES =
            List.of("true_positive", "false_positive", "true_negative", "false_negative");

    private ValueReader() {}

    static Value read(Mapping value) {
        value.allowOnly(
                "reward",
                "cost",
                "threshold",
                "unit",
                "true_positive",
                "false_positive",
                "true_negative",
                "false_negative");
        return new Value(worth(value), threshold(value), value.text("unit", ""));
    }

    private static Worth worth(Mapping value) {
        if (OUTCOMES.stream().noneMatch(key -> value.find(key).isPresent())) {
            return new Worth.Reward(value.text("reward"), value.number("cost", 0));
        }
        for (var key : List.of("reward", "cost")) {
            value.find(key)
                    .ifPresent(node -> node.problem(
                            "PROJECT-VALUE",
                            "'%s' stands beside amounts for outcomes".formatted(key),
                            "keep either reward and cost, or true_positive, false_positive, true_negative and"
                                    + " false_negative"));
        }
        return new Worth.Outcomes(
                value.number("true_positive", 0),
                value.number("false_positive", 0),
                value.number("true_negative", 0),
                value.number("false_negative", 0));
    }

    private static Optional<Double> threshold(Mapping value) {
        var node = value.find("threshold");
        if (node.isEmpty()) {
            return Optional.empty();
        }
        double threshold = value.number("threshold", 0);
        if (!(threshold >= 0 && threshold <= 1)) {
            node.get()
                    .problem(
                            "PROJECT-THRESHOLD",
                            "%s is no probability".formatted(node.get().shown()),
                            "set 'threshold' between 0 and 1, or take it out and the best is chosen");
        }
        return Optional.of(threshold);
    }
}
