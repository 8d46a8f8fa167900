package dev.slipway.transform;

import dev.slipway.statistic.ByColumn;
import dev.slipway.statistic.Counts;
import dev.slipway.testkit.TransformerContract;
import java.util.List;

class OneHotRareTest extends TransformerContract<ByColumn<Counts<String>>> {
    @Override
    protected Transformer<ByColumn<Counts<String>>> step() {
        return new OneHot(
                List.of("siblings", "port", "sex"), OneHot.Omit.FIRST, new OneHot.Rare(0.1, 4), OneHot.Unseen.RARE);
    }
}
