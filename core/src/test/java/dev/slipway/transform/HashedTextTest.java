package dev.slipway.transform;

import dev.slipway.statistic.ByColumn;
import dev.slipway.statistic.Nothing;
import dev.slipway.testkit.TransformerContract;
import java.util.List;

class HashedTextTest extends TransformerContract<ByColumn<Nothing>> {
    @Override
    protected Transformer<ByColumn<Nothing>> step() {
        return new Hash(List.of("port", "sex"), new Grams(Grams.Of.CHARACTERS, 2, 4, true, 1), 64, true);
    }
}
