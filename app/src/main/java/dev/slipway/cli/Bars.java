package dev.slipway.cli;

/** Bars of characters, to be compared by eye. */
final class Bars {
    private static final int WIDTH = 20;

    private Bars() {}

    /** As long as the amount is beside the largest; full blocks above zero, light ones below. At least one where there is any. */
    static String of(double amount, double largest) {
        return of(amount, largest, WIDTH);
    }

    /** The same, as long as this where the amount is the largest. */
    static String of(double amount, double largest, int width) {
        if (amount == 0 || !(largest > 0)) {
            return "";
        }
        int length = (int) Math.max(1, Math.rint(width * Math.min(1, Math.abs(amount) / largest)));
        return (amount > 0 ? "█" : "░").repeat(length);
    }
}
