package dev.slipway.explain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.slipway.metric.BinaryMetric;
import dev.slipway.model.ConstantModel;
import dev.slipway.model.FittedPipeline;
import dev.slipway.model.Target;
import dev.slipway.model.Training;
import dev.slipway.model.TreeModel;
import dev.slipway.table.NumberColumn;
import dev.slipway.table.Table;
import dev.slipway.tree.XgboostTrees;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ModelExplanationTest {
    private static final Target.Classes SURVIVED = new Target.Classes("Survived", List.of("0", "1"));

    @Test
    void the_trees_of_the_titanic_rest_on_who_was_a_man() throws IOException {
        var golden = Titanic.golden().path("xgboost_titanic");
        var pipeline = new FittedPipeline(
                List.of(), new TreeModel(Titanic.FEATURES, XgboostTrees.read(Titanic.trees())), SURVIVED);
        var rows =
                Training.of(Titanic.passengers(), SURVIVED, Titanic.survived()).rows(Titanic.judging());

        var found = ModelExplanation.of(pipeline, rows, Optional.of(BinaryMetric.ROC_AUC), 1);

        assertThat(found.summary().text()).isEqualTo("30 trees, at most 3 questions deep, over 6 numbers");
        assertThat(found.score().orElseThrow())
                .isCloseTo(golden.path("test_auc").doubleValue(), within(1e-6));
        assertThat(found.contributions().get(0).column()).isEqualTo("male");
        assertThat(found.shuffled().get(0).column()).isEqualTo("male");
        assertThat(found.gains().get(0).column()).isEqualTo("male");
        double gain = golden.path("gain").path("male").doubleValue()
                * golden.path("weight").path("male").doubleValue();
        assertThat(found.gains().get(0).gain()).isCloseTo(gain, within(1e-3));
        assertThat(found.gains().stream().mapToDouble(Gain::share).sum()).isCloseTo(1, within(1e-12));
        assertThat(found.dependences()).hasSize(6);
        assertThat(ModelExplanation.of(pipeline, rows, Optional.of(BinaryMetric.ROC_AUC), 1))
                .isEqualTo(found);
    }

    @Test
    void a_constant_rests_on_nothing() {
        var constant = new FittedPipeline(List.of(), new ConstantModel(List.of(0.5, 0.5)), SURVIVED);
        var rows = Training.of(Table.of(NumberColumn.of("age", 1, 2)), SURVIVED, 0, 1);

        var found = ModelExplanation.of(constant, rows, Optional.of(BinaryMetric.ROC_AUC), 1);

        assertThat(found.score()).contains(0.5);
        assertThat(found.contributions()).isEmpty();
        assertThat(found.shuffled()).isEmpty();
        assertThat(found.gains()).isEmpty();
        assertThat(found.dependences()).isEmpty();
    }
}
