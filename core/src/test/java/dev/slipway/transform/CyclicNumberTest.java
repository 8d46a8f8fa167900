package dev.slipway.transform;

import dev.slipway.statistic.ByColumn;
import dev.slipway.statistic.Nothing;
import dev.slipway.testkit.TransformerContract;
import java.util.List;

class CyclicNumberTest extends TransformerContract<ByColumn<Nothing>> {
    @Override
    protected Transformer<ByColumn<Nothing>> step() {
        return new Cyclic(List.of("age", "siblings"), new Cyclic.Of.Period(10), false);
    }
}
