package dev.slipway.algorithm;

import dev.slipway.model.Training;
import dev.slipway.problem.Nearest;
import dev.slipway.problem.SlipwayException;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** How much the rows of each class count beside the weights they have themselves. Values only. */
public sealed interface ClassWeights {
    /** Every class as often as its rows. */
    static ClassWeights even() {
        return new Even();
    }

    /** One factor a class, in the order of the target's. */
    double[] factors(Training training);

    /** The training with the weight of each row multiplied by its class's factor. */
    default Training applied(Training training) {
        double[] factors = factors(training);
        int[] labels = training.labels();
        double[] weights = training.weights();
        for (int row = 0; row < weights.length; row++) {
            weights[row] *= factors[labels[row]];
        }
        return training.weighted(weights);
    }

    /** No factors. */
    record Even() implements ClassWeights {
        @Override
        public double[] factors(Training training) {
            var factors = new double[training.target().labels().size()];
            Arrays.fill(factors, 1);
            return factors;
        }

        @Override
        public Training applied(Training training) {
            return training;
        }
    }

    /** All classes count the same together, however rare: rows / (classes · rows of the class), by weight, as in scikit-learn. */
    record Balanced() implements ClassWeights {
        @Override
        public double[] factors(Training training) {
            var members = new double[training.target().labels().size()];
            int[] labels = training.labels();
            double[] weights = training.weights();
            double total = 0;
            for (int row = 0; row < labels.length; row++) {
                members[labels[row]] += weights[row];
                total += weights[row];
            }
            for (int label = 0; label < members.length; label++) {
                // A class without any weight in these rows has none to give.
                members[label] = members[label] > 0 ? total / (members.length * members[label]) : 1;
            }
            return members;
        }
    }

    /** A factor for each class that is named, 1 for the others. */
    record Named(SortedMap<String, Double> factors) implements ClassWeights {
        public Named {
            factors = Collections.unmodifiableSortedMap(new TreeMap<>(factors));
        }

        @Override
        public double[] factors(Training training) {
            List<String> labels = training.target().labels();
            factors.keySet().stream()
                    .filter(name -> !labels.contains(name))
                    .findFirst()
                    .ifPresent(name -> {
                        throw unknown(name, labels);
                    });
            return labels.stream()
                    .mapToDouble(label -> factors.getOrDefault(label, 1.0))
                    .toArray();
        }

        private static SlipwayException unknown(String name, List<String> labels) {
            return SlipwayException.usage(
                    "TRAIN-CLASS-WEIGHT",
                    "'%s' is no class of the target%s".formatted(name, Nearest.hint(name, labels)),
                    "class_weight of a candidate",
                    "use one of: " + String.join(", ", labels));
        }
    }

    /** Written as a mapping from class to factor. */
    static ClassWeights named(Map<String, Double> factors) {
        return factors.isEmpty() ? even() : new Named(new TreeMap<>(factors));
    }
}
