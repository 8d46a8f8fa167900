package dev.slipway.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.database.Witness;
import dev.slipway.kills.SmallProject;
import dev.slipway.local.LocalEngine;
import dev.slipway.project.Project;
import dev.slipway.search.Happening;
import dev.slipway.transform.OwnSteps;
import dev.slipway.workflow.Places;
import dev.slipway.workflow.Train;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TrainTimeTest {
    @Test
    void a_search_that_used_up_its_time_still_ends_with_the_model_it_found(@TempDir Path folder) throws IOException {
        SmallProject.make(folder);
        var now = new AtomicReference<>(Instant.parse("2026-03-01T12:00:00Z"));
        var places = new Places(
                folder.resolve(".slipway"), Optional.empty(), Optional.empty(), Witness.NONE, now::get, OwnSteps.NONE);

        try (var place = places.open();
                var engine = new LocalEngine()) {
            var train = new Train(place, engine, now::get, (metric, happening) -> {
                if (happening instanceof Happening.Ended) {
                    now.updateAndGet(time -> time.plus(Duration.ofHours(1)));
                }
            });
            var report = train.run(new Train.Request(Project.read(folder), List.of("rule", "logistic"), "tester"));

            // The rule's trial is the hour that used the time up; logistic, told to stop, has no result.
            assertThat(report.candidates()).extracting(run -> run.name()).containsExactly("rule");

            var alone = train.run(new Train.Request(Project.read(folder), List.of("logistic"), "tester"));
            assertThat(alone.candidates()).extracting(run -> run.name()).containsExactly("logistic");
        }
    }
}
