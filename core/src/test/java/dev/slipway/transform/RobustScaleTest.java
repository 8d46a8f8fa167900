package dev.slipway.transform;

import dev.slipway.statistic.ByColumn;
import dev.slipway.testkit.TransformerContract;
import java.util.List;

class RobustScaleTest extends TransformerContract<ByColumn<Numbers>> {
    @Override
    protected Transformer<ByColumn<Numbers>> step() {
        return new Scale(List.of(), new Scale.By.Robust());
    }
}
