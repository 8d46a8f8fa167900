package dev.slipway.model;

import java.io.Serializable;
import java.util.List;

/**
 * What is predicted: a column and its classes, as their canonical text. With two classes the second is the positive one.
 */
public record Target(String column, List<String> labels) implements Serializable {
    public Target {
        labels = List.copyOf(labels);
        if (labels.size() < 2) {
            throw new IllegalArgumentException("a target needs two classes or more, not " + labels);
        }
    }

    /** The class whose probability is asked about: the last. */
    public String positive() {
        return labels.get(labels.size() - 1);
    }
}
