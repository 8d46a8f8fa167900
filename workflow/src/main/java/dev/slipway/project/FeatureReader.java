package dev.slipway.project;

import dev.slipway.document.Mapping;
import dev.slipway.document.Node;
import dev.slipway.problem.Nearest;
import dev.slipway.problem.SlipwayException;
import dev.slipway.transform.OwnSteps;
import dev.slipway.transform.Transformer;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/** Reads one step of {@code features}: a mapping with the step's word as its only key. */
final class FeatureReader {
    /** Makes a step of what stands behind its word. */
    interface StepReader {
        Transformer<?> read(Node node);
    }

    private static final SortedMap<String, StepReader> STEPS = new TreeMap<>();

    static {
        STEPS.putAll(NumberSteps.READERS);
        STEPS.putAll(TableSteps.READERS);
        STEPS.putAll(WordSteps.READERS);
    }

    private final OwnSteps own;

    /** @param own the steps that somebody else wrote */
    FeatureReader(OwnSteps own) {
        this.own = own;
    }

    /** The words of the steps that there always are. */
    static Set<String> words() {
        return Collections.unmodifiableSet(STEPS.keySet());
    }

    Optional<Transformer<?>> read(Node node) {
        var step = node.mapping();
        if (step.entries().size() != 1) {
            node.problem(
                    "PROJECT-STEP",
                    "a step has one word, found %s".formatted(node.shown()),
                    "write each step as its own list item: - onehot: {columns: [a, b]}");
            return Optional.empty();
        }
        var entry = step.entries().get(0);
        if (own.words().contains(entry.name())) {
            return read(values -> OwnValues.step(own, entry.name(), values), entry.value());
        }
        if (!STEPS.containsKey(entry.name())) {
            var known = new TreeSet<>(STEPS.keySet());
            known.addAll(own.words());
            entry.key()
                    .problem(
                            "PROJECT-STEP",
                            "there is no step '%s'%s".formatted(entry.name(), Nearest.hint(entry.name(), known)),
                            "use one of %s; one in Java is in a jar in the folder SLIPWAY_PLUGINS"
                                    .formatted(String.join(", ", known)));
            return Optional.empty();
        }
        return read(STEPS.get(entry.name()), entry.value());
    }

    /** What a step itself refuses is wrong at this place of the document. */
    private static Optional<Transformer<?>> read(StepReader reader, Node node) {
        try {
            return Optional.of(reader.read(node));
        } catch (SlipwayException refused) {
            refused.problems().forEach(node::problem);
            return Optional.empty();
        }
    }

    /** The columns a step is for; none for all that suit it. */
    static List<String> columns(Mapping step) {
        return step.optionalList("columns").stream().map(Node::written).toList();
    }
}
