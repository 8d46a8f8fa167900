package dev.slipway.project;

import dev.slipway.document.Mapping;
import dev.slipway.document.Node;
import dev.slipway.transform.Bins;
import dev.slipway.transform.Impute;
import dev.slipway.transform.Pca;
import dev.slipway.transform.Polynomial;
import dev.slipway.transform.Quantile;
import dev.slipway.transform.Scale;
import dev.slipway.transform.YeoJohnson;
import java.util.List;
import java.util.Map;

/** Reads the steps that change numbers. */
final class NumberSteps {
    static final Map<String, FeatureReader.StepReader> READERS = Map.of(
            "impute", node -> impute(node.mapping()),
            "scale", node -> scale(node.mapping()),
            "yeo_johnson", node -> yeoJohnson(node.mapping()),
            "quantile", node -> quantile(node.mapping()),
            "bins", node -> bins(node.mapping()),
            "polynomial", node -> polynomial(node.mapping()),
            "pca", node -> pca(node.mapping()));

    private static final List<String> FILLS = List.of("median", "mean", "most_frequent", "constant");
    private static final List<String> SCALES = List.of("standard", "min_max", "robust", "max_abs");
    private static final List<String> CUTS = List.of("quantile", "width");
    private static final List<String> FORMS = List.of("ordinal", "onehot");

    private NumberSteps() {}

    private static Impute impute(Mapping step) {
        step.allowOnly("columns", "with", "value", "indicate");
        var with = step.optionalOneOf("with", FILLS).orElse("median");
        var fill = switch (with) {
            case "mean" -> new Impute.Fill.Mean();
            case "most_frequent" -> new Impute.Fill.MostFrequent();
            case "constant" -> new Impute.Fill.Constant(step.written("value"));
            default -> new Impute.Fill.Median();
        };
        onlyWith(step, "value", "with", "constant", with);
        return new Impute(FeatureReader.columns(step), fill, step.bool("indicate", false));
    }

    private static Scale scale(Mapping step) {
        step.allowOnly("columns", "by", "range", "clip");
        var by = step.optionalOneOf("by", SCALES).orElse("standard");
        onlyWith(step, "range", "by", "min_max", by);
        onlyWith(step, "clip", "by", "min_max", by);
        return new Scale(
                FeatureReader.columns(step),
                switch (by) {
                    case "min_max" -> minMax(step);
                    case "robust" -> new Scale.By.Robust();
                    case "max_abs" -> new Scale.By.MaxAbs();
                    default -> new Scale.By.Standard();
                });
    }

    private static Scale.By minMax(Mapping step) {
        var range = step.optionalList("range");
        boolean clip = step.bool("clip", false);
        if (range.isEmpty()) {
            return new Scale.By.MinMax(0, 1, clip);
        }
        if (range.size() != 2) {
            step.find("range").ifPresent(node -> node.wanted("two numbers", "write range: [0, 1]"));
            return new Scale.By.MinMax(0, 1, clip);
        }
        return new Scale.By.MinMax(range.get(0).number(), range.get(1).number(), clip);
    }

    /** A key that means nothing unless another has a certain word. */
    private static void onlyWith(Mapping step, String key, String other, String word, String found) {
        if (!found.equals(word)) {
            step.find(key)
                    .ifPresent(node -> node.problem(
                            "PROJECT-STEP",
                            "'%s' means nothing with %s: %s".formatted(key, other, found),
                            "remove it, or write %s: %s".formatted(other, word)));
        }
    }

    private static YeoJohnson yeoJohnson(Mapping step) {
        step.allowOnly("columns");
        return new YeoJohnson(FeatureReader.columns(step));
    }

    private static Quantile quantile(Mapping step) {
        step.allowOnly("columns", "quantiles");
        return new Quantile(FeatureReader.columns(step), whole(step, "quantiles", 1_000));
    }

    private static Bins bins(Mapping step) {
        step.allowOnly("columns", "count", "by", "as");
        var by = step.optionalOneOf("by", CUTS).orElse("quantile");
        return new Bins(
                FeatureReader.columns(step),
                whole(step, "count", 5),
                by.equals("width") ? Bins.By.WIDTH : Bins.By.QUANTILE,
                step.optionalOneOf("as", FORMS).orElse("ordinal").equals("onehot"));
    }

    private static Polynomial polynomial(Mapping step) {
        step.allowOnly("columns", "degree", "interactions_only", "bias");
        return new Polynomial(
                FeatureReader.columns(step),
                whole(step, "degree", 2),
                step.bool("interactions_only", false),
                step.bool("bias", false));
    }

    private static Pca pca(Mapping step) {
        step.allowOnly("columns", "components", "share", "prefix");
        if (step.find("components").isPresent()) {
            step.find("share")
                    .ifPresent(node -> node.problem(
                            "PROJECT-STEP",
                            "'share' and 'components' both say how many to keep",
                            "remove one of them"));
        }
        return new Pca(
                FeatureReader.columns(step),
                step.find("components").isPresent()
                        ? new Pca.Keep.Components(whole(step, "components", 1))
                        : new Pca.Keep.Share(step.number("share", 0.95)),
                step.optionalWritten("prefix").orElse("pc"));
    }

    /** What no int can hold becomes what no step takes. */
    private static int whole(Mapping step, String key, int otherwise) {
        return step.find(key)
                .map(Node::whole)
                .map(number -> (int) Math.max(-1, Math.min(Integer.MAX_VALUE, number)))
                .orElse(otherwise);
    }
}
