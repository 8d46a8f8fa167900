package dev.slipway.local;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.contract.Contract;
import dev.slipway.contract.ContractCheck;
import dev.slipway.contract.Report;
import dev.slipway.engine.Aggregation;
import dev.slipway.engine.Mergeable;
import dev.slipway.profile.Profiling;
import dev.slipway.source.CsvSource;
import dev.slipway.source.ManySources;
import dev.slipway.source.ParquetSource;
import dev.slipway.source.Source;
import dev.slipway.testkit.Adult;
import dev.slipway.testkit.Chunks;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.function.Function;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Real data give the same bits on any number of threads, and cut into chunks of any length that merge in any order. */
@Tag("slow")
class SameBitsTest {
    private static final int[] THREADS = {1, 2, 7};

    @TempDir
    Path folder;

    @Test
    void adult_clean_and_broken() throws IOException {
        var clean = new CsvSource(Adult.clean(folder));
        var broken = new CsvSource(Adult.broken(folder, 11));

        profiledAlike(clean);
        profiledAlike(broken);
        checkedAlike(contract(clean), broken, 500);
    }

    @Test
    void flights_of_several_files() {
        var both = new ManySources(List.of(flights(1), flights(2)));
        var contract = contract(both);
        var delay = contract.find("arrDelay").orElseThrow();
        for (var reason : List.of("carrierDelay", "weatherDelay", "nasDelay", "securityDelay", "lateAircraftDelay")) {
            var column = contract.find(reason).orElseThrow();
            contract = contract.with(column.withNullTokens(List.of("", "NA")).withMissing(1));
        }

        profiledAlike(both);
        checkedAlike(contract.with(delay.withRange(-30, 180)), both, 500);
    }

    private static Source flights(int part) {
        return new ParquetSource(
                Adult.shared("sets/flights2008/year=2008/month=1/part-0000%d.snappy.parquet".formatted(part)));
    }

    private static void profiledAlike(Source source) {
        alike(
                source,
                new Profiling(),
                profile -> profile + Contract.infer("data", profile).yaml());
    }

    private static Contract contract(Source source) {
        try (var engine = new LocalEngine(2)) {
            return Contract.infer("data", engine.fold(source, new Profiling())).contract();
        }
    }

    private static void checkedAlike(Contract contract, Source source, int findings) {
        try (var engine = new LocalEngine(2)) {
            assertThat(engine.fold(source, new ContractCheck(contract)).failures())
                    .isBetween((long) findings, 50L * findings);
        }
        alike(source, new ContractCheck(contract), Report::json);
    }

    private static <S extends Mergeable<S>, R> void alike(
            Source source, Aggregation<S, R> aggregation, Function<R, String> written) {
        String expected = written.apply(Chunks.fold(Readers.open(source), aggregation, new Random(0)));
        assertThat(written.apply(Chunks.fold(Readers.open(source), aggregation, new Random(1))))
                .as("%s, other chunks", source.name())
                .isEqualTo(expected);
        for (int threads : THREADS) {
            try (var engine = new LocalEngine(threads)) {
                assertThat(written.apply(engine.fold(source, aggregation)))
                        .as("%s, %d threads", source.name(), threads)
                        .isEqualTo(expected);
            }
        }
    }
}
