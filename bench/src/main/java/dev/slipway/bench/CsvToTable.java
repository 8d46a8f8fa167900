package dev.slipway.bench;

import dev.slipway.artifact.Scratch;
import dev.slipway.contract.ContractCheck;
import dev.slipway.contract.Report;
import dev.slipway.local.LocalEngine;
import dev.slipway.profile.Profile;
import dev.slipway.profile.Profiling;
import dev.slipway.source.CsvReader;
import dev.slipway.source.CsvSource;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/**
 * How long does a CSV of 12 columns take: only read, checked against its contract, profiled, and both in one pass? The peer
 * is pandas: {@code bench/peers/csv.py}. Reading is one thread; the engine has {@code threads} more.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(value = 1, jvmArgsAppend = "-Xmx1g")
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
public class CsvToTable {
    @Param("100000")
    public int rows;

    /** 1 for the question what a core does; 2 for what a small machine does. */
    @Param({"1", "2"})
    public int threads;

    private final Scratch folder = Scratch.make();
    private final CsvSource csv = new CsvSource(folder.path().resolve("shipments.csv"));
    private final ContractCheck check = new ContractCheck(Shipments.contract());
    private LocalEngine engine = new LocalEngine(1);

    @Setup
    public void write() {
        engine.close();
        engine = new LocalEngine(threads);
        Shipments.write(csv.file(), Shipments.table(rows));
    }

    @TearDown
    public void delete() {
        engine.close();
        folder.close();
    }

    @Benchmark
    public long read() {
        long seen = 0;
        try (var reader = CsvReader.open(csv)) {
            for (var batch = reader.next(); batch.isPresent(); batch = reader.next()) {
                seen += batch.get().table().rows();
            }
        }
        return seen;
    }

    @Benchmark
    public Report check() {
        return engine.fold(csv, check);
    }

    @Benchmark
    public Profile profile() {
        return engine.fold(csv, new Profiling());
    }

    @Benchmark
    public Object checkAndProfile() {
        return engine.fold(csv, new CheckAndProfile(check));
    }
}
