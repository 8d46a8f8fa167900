package dev.slipway.algorithm;

import dev.slipway.transform.Impute;
import dev.slipway.transform.Scale;
import dev.slipway.transform.Transformer;
import java.util.List;

/** The steps that what measures distances, or punishes large weights, puts before itself. */
public final class Standardised {
    /**
     * Quantities still missing get the median, and all are scaled, so that a unit makes no difference. Zeros and ones stay what
     * they are: scaled, they would no longer be sparse.
     */
    public static final List<Transformer<?>> QUANTITIES =
            List.of(new Impute(List.of(), new Impute.Fill.Median(), false), new Scale(List.of()));

    private Standardised() {}
}
