package dev.slipway.profile;

import java.io.Serializable;
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Which shapes the texts of a column have, exact up to {@link #MOST} of them; beyond, only that there are many.
 *
 * <p>A shape is the text with each upper-case letter as {@code A}, each other letter as {@code a} and each digit as {@code 9};
 * letters in a row of one case are one {@code A+} or {@code a+}, and everything else is as it was: {@code A9999}, {@code Aa+},
 * {@code 9999-99-99}. Shapes are cut behind {@link #LONGEST} characters with a {@code …}.
 *
 * @param exact whether all shapes are here; if not, none is
 */
public record Patterns(boolean exact, SortedMap<String, Long> shapes) implements Serializable {
    /** The largest number of shapes that are counted one by one. */
    public static final int MOST = 50;

    /** The most characters of a shape. */
    public static final int LONGEST = 40;

    static final Patterns NONE = new Patterns(true, new TreeMap<>());
    static final Patterns MANY = new Patterns(false, new TreeMap<>());

    public Patterns {
        shapes = Collections.unmodifiableSortedMap(shapes);
    }

    Patterns merge(Patterns other) {
        if (!exact || !other.exact) {
            return MANY;
        }
        var all = new TreeMap<>(shapes);
        other.shapes.forEach((shape, count) -> all.merge(shape, count, Long::sum));
        return all.size() > MOST ? MANY : new Patterns(true, all);
    }
}
