package dev.slipway.gate;

import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What is recorded of a model that wants to serve, and of those it is compared with.
 *
 * @param metric the score that decides in this project
 * @param higherIsBetter whether more of it is better
 * @param own measured on the model itself
 * @param rivals measured on others, by name: the candidates of the same training, and the champion where one serves
 * @param champion what serves now, as "version 3"; empty when nothing does
 */
public record Candidacy(
        String metric,
        boolean higherIsBetter,
        SortedMap<String, Double> own,
        SortedMap<String, SortedMap<String, Double>> rivals,
        Optional<String> champion) {
    /** What gates call the model that serves now. */
    public static final String CHAMPION = "champion";

    public Candidacy {
        own = Collections.unmodifiableSortedMap(own);
        rivals = Collections.unmodifiableSortedMap(rivals);
    }

    Optional<Double> own(String name) {
        return finite(own, name);
    }

    Optional<Double> rival(String rival, String name) {
        return finite(rivals.getOrDefault(rival, new TreeMap<>()), name);
    }

    private static Optional<Double> finite(Map<String, Double> scores, String name) {
        return Optional.ofNullable(scores.get(name)).filter(Double::isFinite);
    }
}
