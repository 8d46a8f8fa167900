package dev.slipway.evaluation;

/**
 * From which probability on to act, and what that brings, per 1,000 rows in the unit of the value.
 *
 * @param threshold the least probability that is acted on; 0 is everybody, above 1 nobody
 * @param chosen whether it was chosen because it brings most, or given
 * @param perThousand measured on rows that it was not chosen from
 * @param atHalf what acting from one half on would bring
 * @param everybody what acting on all rows would bring
 * @param nobody what acting on none would bring
 */
public record Decision(
        double threshold,
        boolean chosen,
        String unit,
        double perThousand,
        double atHalf,
        double everybody,
        double nobody) {}
