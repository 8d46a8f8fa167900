package dev.slipway.transform;

import dev.slipway.document.Json;
import dev.slipway.problem.Nearest;
import dev.slipway.problem.SlipwayException;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;

/** The steps that somebody else wrote and that are there, by their words. Immutable. */
public final class OwnSteps {
    /** None. */
    public static final OwnSteps NONE = new OwnSteps(Map.of());

    private final Map<String, OwnStep> steps;

    private OwnSteps(Map<String, OwnStep> steps) {
        this.steps = Collections.unmodifiableMap(new TreeMap<>(steps));
    }

    /**
     * @param taken words that steps already have
     * @throws SlipwayException where one is no record, or has a word that another has
     */
    public static OwnSteps of(List<? extends OwnStep> steps, Collection<String> taken) {
        var byWord = new TreeMap<String, OwnStep>();
        for (var step : steps) {
            if (!step.getClass().isRecord()) {
                throw unfit(step, "it is no record, so its values cannot travel with the model", "make it a record");
            }
            if (taken.contains(step.word()) || byWord.put(step.word(), step) != null) {
                throw unfit(step, "there is another step '%s'".formatted(step.word()), "give it another word()");
            }
        }
        return new OwnSteps(byWord);
    }

    private static SlipwayException unfit(OwnStep step, String what, String fix) {
        return SlipwayException.usage(
                "STEP-UNFIT", what, "the step " + step.getClass().getName(), fix);
    }

    /** The words, sorted. */
    public Collection<String> words() {
        return steps.keySet();
    }

    /**
     * The step of this word.
     *
     * @param values by component; those left out are as the constructor without parameters has them
     * @param where the word was written
     */
    public Own make(String word, Map<String, Object> values, String where) {
        var usual = named(word, where);
        var all = new LinkedHashMap<String, Object>();
        Json.read(where, Json.bytes(usual), JsonNode.class)
                .properties()
                .forEach(value -> all.put(value.getKey(), value.getValue()));
        all.putAll(values);
        return new Own(Json.read(where, Json.bytes(all), usual.getClass()));
    }

    /** The fitted step with its code, if it is one of these; any other as it is. */
    public FittedTransformer known(FittedTransformer fitted) {
        if (!(fitted instanceof FittedOwn own)) {
            return fitted;
        }
        var where = "the step '%s' of the model".formatted(own.word());
        var step = named(own.word(), where);
        return own.with(Json.read(where, Json.bytes(own.values()), step.getClass()));
    }

    private OwnStep named(String word, String where) {
        var step = steps.get(word);
        if (step == null) {
            throw SlipwayException.missing(
                    "STEP-UNKNOWN",
                    "there is no step '%s'%s".formatted(word, Nearest.hint(word, words())),
                    where,
                    "put the jar that has it into a folder and name the folder: SLIPWAY_PLUGINS=DIR");
        }
        return step;
    }
}
