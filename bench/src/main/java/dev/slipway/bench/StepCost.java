package dev.slipway.bench;

import dev.slipway.table.Column;
import dev.slipway.table.Missing;
import dev.slipway.table.NumberColumn;
import dev.slipway.table.Table;
import dev.slipway.table.TimestampColumn;
import dev.slipway.transform.Bins;
import dev.slipway.transform.Cyclic;
import dev.slipway.transform.FittedTransformer;
import dev.slipway.transform.Impute;
import dev.slipway.transform.Pca;
import dev.slipway.transform.Polynomial;
import dev.slipway.transform.Quantile;
import dev.slipway.transform.Scale;
import dev.slipway.transform.TimePart;
import dev.slipway.transform.TimeParts;
import dev.slipway.transform.Transformer;
import dev.slipway.transform.YeoJohnson;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import java.util.stream.Stream;
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
import org.openjdk.jmh.annotations.Warmup;

/** What does one step for numbers or times cost: to fit, for all rows, and for one? Ten numbers with gaps and a time. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(value = 1, jvmArgsAppend = "-Xmx2g")
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 3, time = 1)
public class StepCost {
    private static final List<String> ALL = List.of();
    private static final Map<String, Transformer<?>> STEPS = Map.of(
            "impute", new Impute(ALL, new Impute.Fill.Median(), false),
            "standard", new Scale(ALL),
            "robust", new Scale(ALL, new Scale.By.Robust()),
            "yeo_johnson", new YeoJohnson(ALL),
            "quantile", new Quantile(ALL, 1_000),
            "bins", new Bins(ALL, 5, Bins.By.QUANTILE, false),
            "polynomial", new Polynomial(List.of("n0", "n1", "n2", "n3"), 2, false, false),
            "pca", new Pca(ALL, new Pca.Keep.Components(3), "pc"),
            "time", new TimeParts(ALL, List.of(TimePart.values()), List.of(), false),
            "cyclic", new Cyclic(ALL, new Cyclic.Of.Parts(List.of(TimePart.HOUR, TimePart.WEEKDAY)), false));

    @Param({"impute", "standard", "robust", "yeo_johnson", "quantile", "bins", "polynomial", "pca", "time", "cyclic"})
    private String step = "impute";

    @Param("100000")
    private int rows = 0;

    private Table table = Table.of(NumberColumn.of("none"));
    private Table row = table;
    private FittedTransformer fitted = new Scale(ALL).fit(table);

    @Setup
    public void fitOnce() {
        var random = new SplittableRandom(1);
        var numbers = IntStream.range(0, 10).mapToObj(place -> (Column) numbers("n" + place, random));
        var time = TimestampColumn.of("t", random.longs(rows, 0, 1L << 50).toArray());
        table = Table.of(Stream.concat(numbers, Stream.of(time)).toArray(Column[]::new));
        row = table.slice(1, 2);
        fitted = fit();
    }

    private NumberColumn numbers(String name, SplittableRandom random) {
        return NumberColumn.of(
                name,
                Missing.where(rows, at -> at % 16 == 0),
                random.doubles(rows).map(share -> StrictMath.exp(3 * share)).toArray());
    }

    @Benchmark
    public FittedTransformer fit() {
        return Objects.requireNonNull(STEPS.get(step)).fit(table);
    }

    @Benchmark
    public Table all() {
        return fitted.apply(table);
    }

    @Benchmark
    public Table one() {
        return fitted.apply(row);
    }
}
