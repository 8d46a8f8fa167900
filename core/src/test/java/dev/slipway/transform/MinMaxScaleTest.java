package dev.slipway.transform;

import dev.slipway.statistic.ByColumn;
import dev.slipway.testkit.TransformerContract;
import java.util.List;

class MinMaxScaleTest extends TransformerContract<ByColumn<Numbers>> {
    @Override
    protected Transformer<ByColumn<Numbers>> step() {
        return new Scale(List.of("age", "siblings", "alone", "same"), new Scale.By.MinMax(-2, 3, true));
    }
}
