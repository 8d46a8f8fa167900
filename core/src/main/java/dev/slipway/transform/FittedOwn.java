package dev.slipway.transform;

import com.fasterxml.jackson.annotation.JsonAutoDetect;
import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonProperty;
import dev.slipway.document.Json;
import dev.slipway.problem.SlipwayException;
import dev.slipway.table.Column;
import dev.slipway.table.Table;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/**
 * A step that somebody else wrote, in a model: its word, its values and the columns it makes. As it is read from a model
 * folder it has no code yet; {@link OwnSteps#known} gives it that.
 */
@JsonAutoDetect(getterVisibility = JsonAutoDetect.Visibility.NONE)
public final class FittedOwn implements FittedTransformer {
    private final String word;
    /* As text, since trees of JSON do not travel. */
    private final String values;
    private final List<String> makes;
    /* Serialisation takes no Optional: a list of one, or of none. */
    private final List<OwnStep> code;

    private FittedOwn(String word, String values, List<String> makes, List<OwnStep> code) {
        this.word = word;
        this.values = values;
        this.makes = List.copyOf(makes);
        this.code = List.copyOf(code);
    }

    /** Without code, as a model folder has it. */
    @JsonCreator
    public static FittedOwn described(
            @JsonProperty("word") String word,
            @JsonProperty("values") JsonNode values,
            @JsonProperty("makes") List<String> makes) {
        return new FittedOwn(word, Json.write(values), makes, List.of());
    }

    static FittedOwn of(OwnStep step, List<String> makes) {
        return new FittedOwn(step.word(), Json.write(step), makes, List.of(step));
    }

    FittedOwn with(OwnStep step) {
        return new FittedOwn(word, values, makes, List.of(step));
    }

    @JsonProperty("word")
    public String word() {
        return word;
    }

    @JsonProperty("values")
    public JsonNode values() {
        return Json.read(word, values.getBytes(StandardCharsets.UTF_8), JsonNode.class);
    }

    /** The names of the columns it makes, sorted. */
    @JsonProperty("makes")
    public List<String> makes() {
        return makes;
    }

    private OwnStep step() {
        return Optional.of(code)
                .filter(known -> !known.isEmpty())
                .map(known -> known.get(0))
                .orElseThrow(() -> new IllegalStateException("the step '%s' has no code".formatted(word)));
    }

    @Override
    public Table apply(Table input) {
        var step = step();
        var others = input.without(step.columns());
        boolean complete =
                step.columns().stream().allMatch(name -> input.find(name).isPresent());
        if (!complete) {
            return others;
        }
        var made = Own.made(step, input);
        if (!Set.copyOf(made.names()).equals(Set.copyOf(makes))) {
            throw new SlipwayException(
                    SlipwayException.Kind.FAILED,
                    Own.problem(
                            step,
                            input,
                            "STEP-COLUMNS",
                            "the step '%s' made %s, and in training %s".formatted(word, made.names(), makes)));
        }
        TakenNames.refuse(
                word,
                made.names().stream()
                        .filter(name -> others.find(name).isPresent())
                        .toList());
        var columns = new ArrayList<Column>(others.columns());
        makes.forEach(name -> columns.add(made.column(name)));
        return Table.of(columns, input.origins());
    }

    @Override
    public Set<String> inputs(Set<String> outputs) {
        var inputs = new LinkedHashSet<>(outputs);
        if (inputs.removeAll(Set.copyOf(makes))) {
            inputs.addAll(step().columns());
        }
        return inputs;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof FittedOwn that
                && word.equals(that.word)
                && values.equals(that.values)
                && makes.equals(that.makes);
    }

    @Override
    public int hashCode() {
        return 31 * word.hashCode() + values.hashCode();
    }

    @Override
    public String toString() {
        return word + values;
    }
}
