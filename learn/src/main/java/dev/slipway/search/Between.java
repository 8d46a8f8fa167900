package dev.slipway.search;

/** From one number to another, both included. */
public record Between(double low, double high) {
    /** A single number. */
    public static Between only(double number) {
        return new Between(number, number);
    }

    double clamp(double number) {
        return Math.min(Math.max(number, low), high);
    }

    boolean open() {
        return low < high;
    }
}
