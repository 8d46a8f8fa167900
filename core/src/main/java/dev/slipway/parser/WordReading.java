package dev.slipway.parser;

import dev.slipway.problem.Nearest;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/** Words of the team's own, each with the word that everybody shares. */
public record WordReading(Map<String, String> values, Otherwise otherwise) implements Reading {
    private static final int SHOWN = 5;

    /** What becomes of a word that is not among them. */
    public enum Otherwise {
        /** It stays as it is. */
        KEEP,
        /** It counts as no value. */
        MISSING,
        /** It cannot be read. */
        BAD
    }

    public WordReading {
        values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
    }

    @Override
    public CellReader reader() {
        return this::read;
    }

    private Read read(String text) {
        var known = values.get(text);
        if (known != null) {
            return Read.as(known);
        }
        return switch (otherwise) {
            case KEEP -> Read.as(text);
            case MISSING -> Read.as("");
            case BAD -> new Read(text, "not one of %s%s".formatted(words(), Nearest.hint(text, values.keySet())));
        };
    }

    private String words() {
        var first = String.join(", ", values.keySet().stream().limit(SHOWN).toList());
        return values.size() > SHOWN ? "%s and %d more".formatted(first, values.size() - SHOWN) : first;
    }
}
