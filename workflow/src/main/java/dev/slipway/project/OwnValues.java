package dev.slipway.project;

import dev.slipway.document.Mapping;
import dev.slipway.document.Node;
import dev.slipway.document.Scalar;
import dev.slipway.document.Sequence;
import dev.slipway.transform.Own;
import dev.slipway.transform.OwnSteps;
import java.util.LinkedHashMap;
import java.util.Map;

/** Reads the values of a step that somebody else wrote: whatever its record has, by the names of its components. */
final class OwnValues {
    private OwnValues() {}

    static Own step(OwnSteps own, String word, Node node) {
        return own.make(word, values(node.mapping()), "step '%s'".formatted(word));
    }

    private static Map<String, Object> values(Mapping mapping) {
        var values = new LinkedHashMap<String, Object>();
        mapping.entries().forEach(entry -> values.put(entry.name(), value(entry.value())));
        return values;
    }

    private static Object value(Node node) {
        if (node instanceof Mapping mapping) {
            return values(mapping);
        }
        if (node instanceof Sequence list) {
            return list.list().stream().map(OwnValues::value).toList();
        }
        return switch (((Scalar) node).kind()) {
            case TEXT -> node.text();
            case WHOLE -> node.whole();
            case NUMBER -> node.number();
            case BOOLEAN -> node.bool();
            case NOTHING -> "";
        };
    }
}
