package dev.slipway.project;

import dev.slipway.algorithm.ClassWeights;
import dev.slipway.document.Mapping;
import dev.slipway.document.Node;
import java.util.TreeMap;

/** Reads {@code class_weight}: the word {@code balanced}, or a factor for each class that is named. */
final class ClassWeightReader {
    private static final String KEY = "class_weight";
    private static final double MOST = 1e6;

    private ClassWeightReader() {}

    static ClassWeights read(Mapping keys) {
        return keys.find(KEY).map(ClassWeightReader::read).orElse(ClassWeights.even());
    }

    private static ClassWeights read(Node node) {
        if (!(node instanceof Mapping classes)) {
            if (!node.written().equals("balanced")) {
                node.problem(
                        "PROJECT-CLASS-WEIGHT",
                        "%s is no class weight".formatted(node.shown()),
                        "write class_weight: balanced, or a factor for a class, such as class_weight: {\"yes\": 5}");
            }
            return new ClassWeights.Balanced();
        }
        var factors = new TreeMap<String, Double>();
        for (var entry : classes.entries()) {
            double factor = classes.number(entry.name());
            if (!(factor > 0 && factor <= MOST)) {
                entry.value()
                        .problem(
                                "PROJECT-CLASS-WEIGHT",
                                "%s is no factor of a class"
                                        .formatted(entry.value().shown()),
                                "write a number above 0, up to 1000000; 1 leaves the class as it is");
            }
            factors.put(entry.name(), factor);
        }
        return ClassWeights.named(factors);
    }
}
