package dev.slipway.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.runner.options.VerboseMode;

/** Benchmarks that nobody runs rot; their numbers here mean nothing. */
@Tag("slow")
class EachBenchmarkTest {
    @ParameterizedTest
    @CsvSource({"CsvToTable, 8", "OneRowPrediction, 9", "LightgbmScoring, 12", "StepCost, 30", "HttpPredict, 2"})
    void runs_once_and_answers(String question, int expected) throws RunnerException {
        var options = new OptionsBuilder()
                .include("\\." + question + "\\.")
                .forks(0)
                .warmupIterations(0)
                .measurementIterations(1)
                .measurementTime(TimeValue.milliseconds(50))
                .param("rows", "1000")
                .shouldFailOnError(true)
                .verbosity(VerboseMode.SILENT)
                .build();

        var results = new Runner(options).run();

        assertThat(results)
                .hasSize(expected)
                .allSatisfy(result ->
                        assertThat(result.getPrimaryResult().getScore()).isPositive());
    }

    @Test
    void a_small_million_is_judged_well(@TempDir Path folder) throws IOException {
        Subscribers.write(folder, 5_000);

        assertThat(Million.judge(folder)).isBetween(0.87, 0.96);
    }
}
