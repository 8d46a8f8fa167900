package dev.slipway.project;

import dev.slipway.document.Node;
import dev.slipway.expression.Expression;
import dev.slipway.problem.Nearest;
import dev.slipway.problem.SlipwayException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads {@code candidates}: each a mapping with the kind as its only key. */
final class CandidateReader {
    private static final List<String> KINDS = List.of(
            "baseline",
            "rule",
            "logistic",
            "linear",
            "ridge",
            "lasso",
            "elastic_net",
            "forest",
            "kmeans",
            "isolation",
            "xgboost",
            "lightgbm");

    private CandidateReader() {}

    /** None where nothing is said: see {@link UsualCandidates}. */
    static List<CandidateSpec> read(List<Node> nodes) {
        var specs = new ArrayList<CandidateSpec>();
        for (var node : nodes) {
            one(node, specs).ifPresent(specs::add);
        }
        return specs;
    }

    private static Optional<CandidateSpec> one(Node node, List<CandidateSpec> before) {
        var entries = node.mapping().entries();
        if (entries.size() != 1) {
            node.problem(
                    "PROJECT-CANDIDATE",
                    "a candidate has one kind, found %s".formatted(node.shown()),
                    "write each candidate as its own list item: - logistic: {}");
            return Optional.empty();
        }
        var entry = entries.get(0);
        var kind = entry.name();
        var name = name(kind, before);
        return switch (kind) {
            case "baseline" -> baseline(name, entry.value());
            case "rule" -> rule(name, entry.value());
            case "logistic" ->
                Optional.of(LinearReader.logistic(name, entry.value().mapping()));
            case "linear", "ridge", "lasso", "elastic_net" ->
                Optional.of(LinearReader.linear(kind, name, entry.value().mapping()));
            case "kmeans" ->
                Optional.of(UnlabelledReader.clusters(
                        name, Optional.of(entry.value().mapping())));
            case "isolation" ->
                Optional.of(UnlabelledReader.isolation(
                        name, Optional.of(entry.value().mapping())));
            case "forest" ->
                Optional.of(ForestReader.read(name, Optional.of(entry.value().mapping())));
            case "xgboost" ->
                Optional.of(
                        BoostedReader.xgboost(name, Optional.of(entry.value().mapping())));
            case "lightgbm" ->
                Optional.of(BoostedReader.lightgbm(name, entry.value().mapping()));
            default -> {
                entry.key()
                        .problem(
                                "PROJECT-CANDIDATE",
                                "there is no candidate '%s'%s".formatted(kind, Nearest.hint(kind, KINDS)),
                                "use one of " + String.join(", ", KINDS));
                yield Optional.empty();
            }
        };
    }

    private static String name(String kind, List<CandidateSpec> before) {
        long same = before.stream()
                .filter(spec -> spec.name().equals(kind) || spec.name().startsWith(kind + "-"))
                .count();
        return same == 0 ? kind : kind + "-" + (same + 1);
    }

    private static Optional<CandidateSpec> baseline(String name, Node node) {
        if (!node.written().equals("majority")) {
            node.problem(
                    "PROJECT-CANDIDATE", "unknown baseline %s".formatted(node.shown()), "write baseline: majority");
            return Optional.empty();
        }
        return Optional.of(new CandidateSpec.Baseline(name));
    }

    private static Optional<CandidateSpec> rule(String name, Node node) {
        try {
            return Optional.of(
                    new CandidateSpec.Rule(name, Expression.parse(node.text()).toString()));
        } catch (SlipwayException unreadable) {
            unreadable.problems().forEach(node::problem);
            return Optional.empty();
        }
    }
}
