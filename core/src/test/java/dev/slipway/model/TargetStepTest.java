package dev.slipway.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.slipway.engine.Aggregation;
import dev.slipway.engine.Engine;
import dev.slipway.engine.Mergeable;
import dev.slipway.engine.RowFunction;
import dev.slipway.problem.SlipwayException;
import dev.slipway.source.Sink;
import dev.slipway.source.Source;
import dev.slipway.source.TableSource;
import dev.slipway.table.NumberColumn;
import dev.slipway.table.Table;
import dev.slipway.table.TextColumn;
import dev.slipway.transform.TargetMean;
import dev.slipway.transform.Transformer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** A pipeline with a step that learns from the answers. */
final class TargetStepTest {
    private static final Table CITIES =
            Table.of(TextColumn.of("city", "a", "a", "a", "a", "a", "b", "b", "b", "b", "b"));
    private static final TargetMean STEP = new TargetMean(List.of("city"), new TargetMean.Smoothing.Rows(0));

    private static Table learnedFrom(Training training) {
        var seen = new ArrayList<Table>();
        new Pipeline(List.of(STEP), rows -> {
                    seen.add(rows.table());
                    return new ConstantModel(List.of(0.5, 0.5));
                })
                .fit(training);
        return seen.get(0);
    }

    @Test
    void the_estimator_sees_training_rows_encoded_by_the_others_and_later_rows_are_encoded_by_all() {
        var target = new Target.Quantity("price");
        var training = Training.ofNumbers(CITIES, target, 1, 2, 3, 4, 5, 0, 0, 0, 0, 10);

        // Rows 0 and 5 are a fold, 1 and 6 the next: the first a is the mean of 2, 3, 4 and 5.
        assertThat(learnedFrom(training))
                .isEqualTo(Table.of(NumberColumn.of("city", 3.5, 3.25, 3, 2.75, 2.5, 2.5, 2.5, 2.5, 2.5, 0)));
        assertThat(new Pipeline(List.of(STEP), rows -> new ConstantModel(List.of(0.5, 0.5)))
                        .fit(training)
                        .prepared(CITIES.slice(4, 6)))
                .isEqualTo(Table.of(NumberColumn.of("city", 3, 2)));
    }

    @Test
    void several_classes_are_a_column_each_and_the_answers_themselves_are_not_there() {
        var target = new Target.Classes("colour", List.of("red", "green", "blue"));
        var training = Training.of(CITIES, target, 0, 1, 2, 0, 1, 2, 0, 1, 2, 0);

        assertThat(learnedFrom(training).names()).containsExactly("city:red", "city:green", "city:blue");
    }

    @Test
    void values_never_seen_are_counted_with_the_answers() {
        var target = new Target.Classes("sold", List.of("no", "yes"));
        var training = Training.of(CITIES, target, 0, 1, 0, 1, 0, 1, 0, 1, 0, 1);
        var fitted = new Pipeline(List.of(STEP), rows -> new ConstantModel(List.of(0.5, 0.5))).fit(training);

        var answered = fitted.answer(Table.of(TextColumn.of("city", "a", "z", "z")));

        assertThat(answered.unseen()).isEqualTo(Map.of("city", 2L));
        assertThat(answered.predictions()).isEqualTo(fitted.predict(Table.of(TextColumn.of("city", "a", "z", "z"))));
    }

    @Test
    void where_the_rows_are_elsewhere_it_is_refused_before_any_is_read() {
        var nothing = new Engine() {
            @Override
            public <S extends Mergeable<S>, R> R fold(Source source, Aggregation<S, R> aggregation) {
                throw new AssertionError("rows were read");
            }

            @Override
            public long map(Source source, RowFunction function, Sink sink) {
                throw new AssertionError("rows were read");
            }
        };
        List<Transformer<?>> steps = List.of(STEP);

        assertThatThrownBy(() -> new Fitting(nothing, new TableSource(CITIES), batch -> batch.table()).fit(steps))
                .isInstanceOf(SlipwayException.class)
                .hasMessageContaining("TRANSFORM-READS-TARGET");
    }
}
