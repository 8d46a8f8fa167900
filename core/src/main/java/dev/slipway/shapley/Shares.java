package dev.slipway.shapley;

import java.util.List;

/**
 * One margin, shared out among the numbers that a model reads.
 *
 * @param base the margin of a row nobody knows
 */
public record Shares(double base, List<Share> shares) {
    public Shares {
        shares = List.copyOf(shares);
    }

    /**
     * What one number adds.
     *
     * @param column behind the last step
     * @param feature the column itself, or a place of it as in {@code message=free}
     */
    public record Share(String column, String feature, double amount) {}
}
