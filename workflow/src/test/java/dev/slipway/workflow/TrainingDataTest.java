package dev.slipway.workflow;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.transform.Drop;
import dev.slipway.transform.Rename;
import dev.slipway.transform.Rename.Renaming;
import dev.slipway.transform.Scale;
import dev.slipway.transform.Select;
import java.util.List;
import org.junit.jupiter.api.Test;

final class TrainingDataTest {
    private static final Rename RENAMED = new Rename(List.of(new Renaming("fare", "price")));

    @Test
    void a_column_is_left_out_by_dropping_it_or_by_not_selecting_it() {
        assertThat(TrainingData.leftOut("fare", List.of(new Drop(List.of("fare")))))
                .isTrue();
        assertThat(TrainingData.leftOut("fare", List.of(new Select(List.of("age")))))
                .isTrue();
        assertThat(TrainingData.leftOut("fare", List.of(new Select(List.of("fare")), new Scale(List.of()))))
                .isFalse();
    }

    @Test
    void a_column_that_was_renamed_is_left_out_under_its_new_name() {
        assertThat(TrainingData.leftOut("fare", List.of(RENAMED, new Drop(List.of("price")))))
                .isTrue();
        assertThat(TrainingData.leftOut("fare", List.of(RENAMED, new Drop(List.of("fare")))))
                .isFalse();
        assertThat(TrainingData.leftOut("age", List.of(RENAMED, new Drop(List.of("price")))))
                .isFalse();
    }
}
