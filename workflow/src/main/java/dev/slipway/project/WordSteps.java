package dev.slipway.project;

import dev.slipway.document.Mapping;
import dev.slipway.document.Node;
import dev.slipway.transform.BagOfTerms;
import dev.slipway.transform.Grams;
import dev.slipway.transform.Hash;
import dev.slipway.transform.OneHot;
import dev.slipway.transform.Ordinal;
import dev.slipway.transform.TargetMean;
import java.util.List;
import java.util.Map;

/** Reads the steps that make numbers of words. */
final class WordSteps {
    static final Map<String, FeatureReader.StepReader> READERS = Map.of(
            "onehot", node -> oneHot(node.mapping()),
            "ordinal", node -> ordinal(node.mapping()),
            "target", node -> target(node.mapping()),
            "hash", node -> hash(node.mapping()),
            "counts", node -> counts(node.mapping()),
            "tfidf", node -> tfidf(node.mapping()));

    private static final List<String> OMITS = List.of("none", "first", "if_binary");
    private static final List<String> NORMS = List.of("l2", "none");
    private static final List<String> TEXT = List.of("words", "characters", "characters_of_words");
    private static final List<String> HASHED = List.of("value", "words", "characters", "characters_of_words");
    private static final int PLACES_OF_VALUES = 1 << 10;
    private static final int PLACES_OF_TEXT = 1 << 18;

    private WordSteps() {}

    private static OneHot oneHot(Mapping step) {
        step.allowOnly("columns", "drop", "min_frequency", "max_categories", "unknown");
        var rare = new OneHot.Rare(step.number("min_frequency", 0), whole(step, "max_categories", 0));
        var omit = switch (step.optionalOneOf("drop", OMITS).orElse("none")) {
            case "first" -> OneHot.Omit.FIRST;
            case "if_binary" -> OneHot.Omit.IF_BINARY;
            default -> OneHot.Omit.NONE;
        };
        var usual = rare.equals(OneHot.Rare.NONE) ? "ignore" : "rare";
        var unseen = switch (step.optionalOneOf("unknown", List.of("ignore", "error", "rare"))
                .orElse(usual)) {
            case "error" -> OneHot.Unseen.ERROR;
            case "rare" -> OneHot.Unseen.RARE;
            default -> OneHot.Unseen.IGNORE;
        };
        return new OneHot(FeatureReader.columns(step), omit, rare, unseen);
    }

    private static Ordinal ordinal(Mapping step) {
        step.allowOnly("columns", "order", "unknown", "missing");
        var unseen = switch (step.optionalOneOf("unknown", List.of("minus_one", "missing", "error"))
                .orElse("")) {
            case "missing" -> Ordinal.Unseen.MISSING;
            case "error" -> Ordinal.Unseen.ERROR;
            default -> Ordinal.Unseen.MINUS_ONE;
        };
        boolean value = step.optionalOneOf("missing", List.of("keep", "value"))
                .orElse("keep")
                .equals("value");
        return new Ordinal(
                FeatureReader.columns(step),
                step.optionalList("order").stream().map(Node::written).toList(),
                unseen,
                value ? Ordinal.Absent.VALUE : Ordinal.Absent.KEEP);
    }

    private static TargetMean target(Mapping step) {
        step.allowOnly("columns", "smooth");
        boolean auto = step.optionalWritten("smooth").orElse("auto").equals("auto");
        return new TargetMean(
                FeatureReader.columns(step),
                auto ? new TargetMean.Smoothing.Auto() : new TargetMean.Smoothing.Rows(step.number("smooth", 0)));
    }

    private static Hash hash(Mapping step) {
        step.allowOnly("columns", "of", "ngrams", "lowercase", "shortest_word", "places", "norm");
        boolean value = step.optionalOneOf("of", HASHED).orElse("value").equals("value");
        return new Hash(
                FeatureReader.columns(step),
                value ? value(step) : grams(step, HASHED),
                whole(step, "places", value ? PLACES_OF_VALUES : PLACES_OF_TEXT),
                step.optionalOneOf("norm", NORMS).orElse(value ? "none" : "l2").equals("l2"));
    }

    /** A whole value has no terms, so what cuts terms means nothing. */
    private static Grams value(Mapping step) {
        for (var key : List.of("ngrams", "lowercase", "shortest_word")) {
            step.find(key)
                    .ifPresent(node -> node.problem(
                            "PROJECT-STEP",
                            "'%s' means nothing where whole values are hashed".formatted(key),
                            "remove it, or write of: words"));
        }
        return Grams.VALUE;
    }

    private static BagOfTerms counts(Mapping step) {
        step.allowOnly("columns", "of", "ngrams", "lowercase", "shortest_word", "min_df", "max_features");
        return new BagOfTerms(FeatureReader.columns(step), grams(step, TEXT), kept(step), BagOfTerms.Weighting.COUNTS);
    }

    private static BagOfTerms tfidf(Mapping step) {
        step.allowOnly(
                "columns",
                "of",
                "ngrams",
                "lowercase",
                "shortest_word",
                "min_df",
                "max_features",
                "smooth",
                "sublinear",
                "norm");
        return new BagOfTerms(
                FeatureReader.columns(step),
                grams(step, TEXT),
                kept(step),
                new BagOfTerms.Weighting(
                        true,
                        step.bool("smooth", true),
                        step.bool("sublinear", false),
                        step.optionalOneOf("norm", NORMS).orElse("l2").equals("l2")));
    }

    private static BagOfTerms.Kept kept(Mapping step) {
        return new BagOfTerms.Kept(step.number("min_df", 0), whole(step, "max_features", 0));
    }

    private static Grams grams(Mapping step, List<String> known) {
        var of = switch (step.optionalOneOf("of", known).orElse("words")) {
            case "characters" -> Grams.Of.CHARACTERS;
            case "characters_of_words" -> Grams.Of.CHARACTERS_OF_WORDS;
            default -> Grams.Of.WORDS;
        };
        int[] lengths =
                step.optionalList("ngrams").stream().mapToInt(WordSteps::whole).toArray();
        if (lengths.length != 0 && lengths.length != 2) {
            step.find("ngrams").ifPresent(node -> node.wanted("two whole numbers", "write ngrams: [1, 2]"));
        }
        return new Grams(
                of,
                lengths.length == 2 ? lengths[0] : 1,
                lengths.length == 2 ? lengths[1] : 1,
                step.bool("lowercase", true),
                whole(step, "shortest_word", 2));
    }

    private static int whole(Mapping step, String key, int otherwise) {
        return step.find(key).map(WordSteps::whole).orElse(otherwise);
    }

    /** What no int can hold becomes what no step takes. */
    private static int whole(Node node) {
        return (int) Math.max(-1, Math.min(Integer.MAX_VALUE, node.whole()));
    }
}
