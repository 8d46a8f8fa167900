package dev.slipway.project;

import dev.slipway.document.Mapping;
import dev.slipway.document.Node;
import dev.slipway.expression.Expression;
import dev.slipway.problem.Nearest;
import dev.slipway.problem.SlipwayException;
import dev.slipway.transform.Derive;
import dev.slipway.transform.Drop;
import dev.slipway.transform.Impute;
import dev.slipway.transform.OneHot;
import dev.slipway.transform.Scale;
import dev.slipway.transform.Transformer;
import java.util.List;
import java.util.Optional;

/** Reads one step of {@code features}: a mapping with the step's word as its only key. */
final class FeatureReader {
    private static final List<String> STEPS = List.of("derive", "drop", "impute", "onehot", "scale");
    private static final List<String> FILLS = List.of("median", "mean", "most_frequent", "constant");

    private FeatureReader() {}

    static Optional<Transformer<?>> read(Node node) {
        var step = node.mapping();
        if (step.entries().size() != 1) {
            node.problem(
                    "PROJECT-STEP",
                    "a step has one word, found %s".formatted(node.shown()),
                    "write each step as its own list item: - onehot: {columns: [a, b]}");
            return Optional.empty();
        }
        var entry = step.entries().get(0);
        return switch (entry.name()) {
            case "derive" -> Optional.of(derive(entry.value().mapping()));
            case "drop" ->
                Optional.of(new Drop(
                        entry.value().list().stream().map(Node::written).toList()));
            case "impute" -> Optional.of(impute(entry.value().mapping()));
            case "onehot" -> Optional.of(new OneHot(columns(entry.value().mapping())));
            case "scale" -> Optional.of(new Scale(columns(entry.value().mapping())));
            default -> {
                entry.key()
                        .problem(
                                "PROJECT-STEP",
                                "there is no step '%s'%s".formatted(entry.name(), Nearest.hint(entry.name(), STEPS)),
                                "use one of " + String.join(", ", STEPS));
                yield Optional.empty();
            }
        };
    }

    private static Derive derive(Mapping columns) {
        return new Derive(columns.entries().stream()
                .map(entry -> new Derive.Derivation(entry.name(), expression(entry.value())))
                .toList());
    }

    private static String expression(Node node) {
        var written = node.written();
        try {
            Expression.parse(written);
        } catch (SlipwayException unreadable) {
            unreadable.problems().forEach(node::problem);
        }
        return written;
    }

    private static List<String> columns(Mapping step) {
        step.allowOnly("columns");
        return names(step);
    }

    private static List<String> names(Mapping step) {
        return step.optionalList("columns").stream().map(Node::written).toList();
    }

    private static Impute impute(Mapping step) {
        step.allowOnly("columns", "with", "value", "indicate");
        var with = step.optionalOneOf("with", FILLS).orElse("median");
        var fill = switch (with) {
            case "mean" -> new Impute.Fill.Mean();
            case "most_frequent" -> new Impute.Fill.MostFrequent();
            case "constant" -> new Impute.Fill.Constant(step.written("value"));
            default -> new Impute.Fill.Median();
        };
        return new Impute(names(step), fill, step.bool("indicate", false));
    }
}
