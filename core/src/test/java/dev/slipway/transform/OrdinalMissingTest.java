package dev.slipway.transform;

import dev.slipway.statistic.ByColumn;
import dev.slipway.statistic.Counts;
import dev.slipway.testkit.TransformerContract;
import java.util.List;

class OrdinalMissingTest extends TransformerContract<ByColumn<Counts<String>>> {
    @Override
    protected Transformer<ByColumn<Counts<String>>> step() {
        return new Ordinal(List.of("siblings", "port", "sex"), List.of(), Ordinal.Unseen.MISSING, Ordinal.Absent.VALUE);
    }
}
