package dev.slipway.transform;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.io.Serializable;
import java.util.Arrays;
import java.util.List;

/** Finite numbers in an order, packed; in JSON a list. Immutable. */
public final class Doubles implements Serializable {
    private final double[] values;

    private Doubles(double... values) {
        this.values = values;
    }

    public static Doubles of(double... values) {
        return new Doubles(values.clone());
    }

    /* Of its own, because Jackson cannot call what takes any number of arguments. */
    @JsonCreator
    static Doubles read(List<Double> values) {
        return new Doubles(values.stream().mapToDouble(value -> value).toArray());
    }

    @JsonValue
    double[] values() {
        return values.clone();
    }

    public int size() {
        return values.length;
    }

    public double at(int place) {
        return values[place];
    }

    /** Of ascending numbers, how many are not above this one. */
    int notAbove(double number) {
        int low = 0;
        int high = values.length;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (values[middle] <= number) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    /** Of ascending numbers, how many are below this one. */
    int below(double number) {
        int low = 0;
        int high = values.length;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (values[middle] < number) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Doubles that && Arrays.equals(values, that.values);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(values);
    }

    @Override
    public String toString() {
        return Arrays.toString(values);
    }
}
