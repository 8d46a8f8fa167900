package dev.slipway.transform;

import dev.slipway.statistic.ByColumn;
import dev.slipway.testkit.TransformerContract;
import java.util.List;

class OneHotBinsTest extends TransformerContract<ByColumn<Numbers>> {
    @Override
    protected Transformer<ByColumn<Numbers>> step() {
        return new Bins(List.of("siblings", "age"), 3, Bins.By.WIDTH, true);
    }
}
