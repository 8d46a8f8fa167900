package dev.slipway.transform;

import com.fasterxml.jackson.annotation.JsonAutoDetect;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.io.Serializable;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The terms known of one column, each with its place and weight. Immutable. */
@JsonAutoDetect(getterVisibility = JsonAutoDetect.Visibility.NONE)
public final class Vocabulary implements Serializable {
    private static final int UNKNOWN = -1;

    private final String column;
    private final List<String> terms;
    private final List<Double> weights;
    private final Map<String, Integer> places;

    /** One weight for each term. */
    public Vocabulary(
            @JsonProperty("column") String column,
            @JsonProperty("terms") List<String> terms,
            @JsonProperty("weights") List<Double> weights) {
        Sound.check(
                terms.size() == weights.size(),
                "terms",
                "column '%s' has %d weights for %d terms".formatted(column, weights.size(), terms.size()));
        this.column = column;
        this.terms = List.copyOf(terms);
        this.weights = List.copyOf(weights);
        places = new HashMap<>(terms.size() * 2);
        terms.forEach(term -> places.put(term, places.size()));
        Sound.check(places.size() == terms.size(), "terms", "a term of column '%s' is there twice".formatted(column));
    }

    /** What travels: the map is made again where it arrives. */
    private record Described(String column, List<String> terms, List<Double> weights) implements Serializable {
        private Object readResolve() {
            return new Vocabulary(column, terms, weights);
        }
    }

    private Object writeReplace() {
        return new Described(column, terms, weights);
    }

    @JsonProperty("column")
    public String column() {
        return column;
    }

    @JsonProperty("terms")
    public List<String> terms() {
        return terms;
    }

    @JsonProperty("weights")
    public List<Double> weights() {
        return weights;
    }

    /** Adds the term to the row, if it is known. */
    void add(String term, VectorRows rows) {
        int place = places.getOrDefault(term, UNKNOWN);
        if (place != UNKNOWN) {
            rows.add(place, false);
        }
    }

    double weight(int place) {
        return weights.get(place);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Vocabulary that
                && column.equals(that.column)
                && terms.equals(that.terms)
                && weights.equals(that.weights);
    }

    @Override
    public int hashCode() {
        return 31 * column.hashCode() + terms.hashCode();
    }

    @Override
    public String toString() {
        return "%d terms of %s".formatted(terms.size(), column);
    }
}
