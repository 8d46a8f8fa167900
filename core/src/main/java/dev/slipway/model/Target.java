package dev.slipway.model;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.io.Serializable;
import java.util.List;

/** What is predicted: one of several classes, a quantity, or nothing that anybody has told. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind", defaultImpl = Target.Classes.class)
@JsonSubTypes({
    @JsonSubTypes.Type(value = Target.Classes.class, name = "classes"),
    @JsonSubTypes.Type(value = Target.Quantity.class, name = "quantity"),
    @JsonSubTypes.Type(value = Target.Unlabelled.class, name = "unlabelled")
})
public sealed interface Target extends Serializable {
    /** The column that holds the answers; empty where there is none. */
    String column();

    /** The classes as their canonical text, in the order of probabilities; empty where the answer is no class. */
    List<String> labels();

    /** Classes of a column. With two, the second is the positive one: the one whose probability is asked about. */
    record Classes(String column, List<String> labels) implements Target {
        public Classes {
            labels = List.copyOf(labels);
            if (labels.size() < 2) {
                throw new IllegalArgumentException("a target needs two classes or more, not " + labels);
            }
        }
    }

    /** A number in the unit of its column. */
    record Quantity(String column) implements Target {
        @JsonIgnore
        @Override
        public List<String> labels() {
            return List.of();
        }
    }

    /** Rows without answers: for clusters, and for what is strange. */
    record Unlabelled() implements Target {
        @JsonIgnore
        @Override
        public String column() {
            return "";
        }

        @JsonIgnore
        @Override
        public List<String> labels() {
            return List.of();
        }
    }
}
