package dev.slipway.bench;

import static com.microsoft.ml.lightgbm.PredictionType.C_API_PREDICT_NORMAL;
import static com.microsoft.ml.lightgbm.lightgbmlibConstants.C_API_DTYPE_FLOAT64;

import com.microsoft.ml.lightgbm.SWIGTYPE_p_double;
import com.microsoft.ml.lightgbm.SWIGTYPE_p_long_long;
import com.microsoft.ml.lightgbm.SWIGTYPE_p_p_void;
import com.microsoft.ml.lightgbm.lightgbmlib;
import dev.slipway.model.Matrix;
import dev.slipway.table.Table;
import dev.slipway.transform.Impute;
import dev.slipway.transform.OneHot;
import dev.slipway.tree.LightgbmTrees;
import io.github.metarank.lightgbm4j.LGBMBooster;
import io.github.metarank.lightgbm4j.LGBMBooster.FeatureImportanceType;
import io.github.metarank.lightgbm4j.LGBMDataset;
import io.github.metarank.lightgbm4j.LGBMException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
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
 * What does an answer of 200 LightGBM trees cost on one thread, one row and ten thousand? All start at the encoded row. LightGBM
 * answers by its wrapper ({@code nativeRow}, {@code nativeBatch}), by its fastest call for one row, and for many by the call
 * under the wrapper with the matrix in native memory already, which is its arithmetic alone.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(value = 1, jvmArgsAppend = "-Xmx1g")
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 2)
public class LightgbmScoring {
    private static final int TREES = 200;
    private static final int LEARNED = 20_000;
    private static final int BATCH = 10_000;
    private static final int ROWS = 1_024;
    private static final String ONE_THREAD = "num_threads=1 verbosity=-1";

    @Param({"31", "127"})
    private int leaves;

    private final SWIGTYPE_p_p_void fast = pointer();
    private final SWIGTYPE_p_p_void handle = pointer();
    private final SWIGTYPE_p_double answers = lightgbmlib.new_doubleArray(BATCH);
    private final SWIGTYPE_p_long_long length = lightgbmlib.new_int64_tp();
    private final Table shipments = Shipments.table(LEARNED);
    private final double[] learned = encoded(shipments);
    private final int width = learned.length / LEARNED;
    private final double[] batch = Arrays.copyOf(learned, BATCH * width);
    private final List<double[]> rows = IntStream.range(0, ROWS)
            .mapToObj(row -> Arrays.copyOfRange(batch, row * width, (row + 1) * width))
            .toList();
    private final LGBMDataset taught = taught(learned, width, shipments);
    private final SWIGTYPE_p_double prepared = lightgbmlib.new_doubleArray(batch.length);
    private LGBMBooster booster = booster(taught, 2, 1);
    private LightgbmTrees trees = trees(booster);
    private int turn;

    private static SWIGTYPE_p_p_void pointer() {
        try {
            LGBMBooster.loadNative();
            return lightgbmlib.new_voidpp();
        } catch (IOException unusable) {
            throw new UncheckedIOException(unusable);
        }
    }

    private static double[] encoded(Table table) {
        var numbers = new Impute(Shipments.NUMBERS, new Impute.Fill.Median(), false);
        var words = new OneHot(Shipments.WORDS);
        var filled = numbers.fit(table).apply(table);
        var columns = words.fit(filled).apply(filled);
        var numeric = columns.columns().stream()
                .filter(column -> column.type().numeric())
                .map(column -> column.name())
                .toList();
        return Matrix.doubles(columns, numeric);
    }

    private static LGBMDataset taught(double[] matrix, int width, Table table) {
        try {
            var data = LGBMDataset.createFromMat(matrix, LEARNED, width, true, ONE_THREAD, null);
            int[] late = Shipments.late(table);
            var labels = new float[LEARNED];
            IntStream.range(0, LEARNED).forEach(row -> labels[row] = late[row]);
            data.setField("label", labels);
            return data;
        } catch (LGBMException refused) {
            throw new IllegalStateException(refused);
        }
    }

    private static LGBMBooster booster(LGBMDataset data, int leaves, int trees) {
        try {
            var grown = LGBMBooster.create(data, "objective=binary num_leaves=" + leaves + " " + ONE_THREAD);
            for (int tree = 0; tree < trees; tree++) {
                grown.updateOneIter();
            }
            return grown;
        } catch (LGBMException refused) {
            throw new IllegalStateException(refused);
        }
    }

    private static LightgbmTrees trees(LGBMBooster booster) {
        try {
            return LightgbmTrees.read(
                    booster.saveModelToString(0, 0, FeatureImportanceType.SPLIT).getBytes(StandardCharsets.UTF_8));
        } catch (LGBMException refused) {
            throw new IllegalStateException(refused);
        }
    }

    @Setup
    public void grow() {
        booster = booster(taught, leaves, TREES);
        trees = trees(booster);
        var iterations = lightgbmlib.new_intp();
        String model = new String(trees.file(), StandardCharsets.UTF_8);
        require(lightgbmlib.LGBM_BoosterLoadModelFromString(model, iterations, handle));
        require(lightgbmlib.LGBM_BoosterPredictForMatSingleRowFastInit(
                lightgbmlib.voidpp_value(handle),
                C_API_PREDICT_NORMAL.getType(),
                0,
                -1,
                C_API_DTYPE_FLOAT64,
                width,
                ONE_THREAD,
                fast));
        for (int cell = 0; cell < batch.length; cell++) {
            lightgbmlib.doubleArray_setitem(prepared, cell, batch[cell]);
        }
    }

    @TearDown
    public void dispose() throws LGBMException {
        booster.close();
    }

    private static void require(int result) {
        if (result < 0) {
            throw new IllegalStateException(lightgbmlib.LGBM_GetLastError());
        }
    }

    private double[] next() {
        turn = (turn + 1) % ROWS;
        return rows.get(turn);
    }

    @Benchmark
    public double[] row() {
        var answer = new double[1];
        trees.answers(next(), 1, answer);
        return answer;
    }

    @Benchmark
    public double nativeRow() throws LGBMException {
        return booster.predictForMatSingleRow(next(), C_API_PREDICT_NORMAL);
    }

    @Benchmark
    public double nativeRowFast() {
        require(lightgbmlib.LGBM_BoosterPredictForMatSingleRowFastCriticalSWIG(
                next(), lightgbmlib.voidpp_value(fast), length, answers));
        return lightgbmlib.doubleArray_getitem(answers, 0);
    }

    @Benchmark
    public double[] batch() {
        var answer = new double[BATCH];
        trees.answers(batch, BATCH, answer);
        return answer;
    }

    @Benchmark
    public double[] nativeBatch() throws LGBMException {
        return booster.predictForMat(batch, BATCH, width, true, C_API_PREDICT_NORMAL, ONE_THREAD);
    }

    @Benchmark
    public double nativeBatchPrepared() {
        require(lightgbmlib.LGBM_BoosterPredictForMat(
                lightgbmlib.voidpp_value(handle),
                lightgbmlib.double_to_voidp_ptr(prepared),
                C_API_DTYPE_FLOAT64,
                BATCH,
                width,
                1,
                C_API_PREDICT_NORMAL.getType(),
                0,
                -1,
                ONE_THREAD,
                length,
                answers));
        return lightgbmlib.doubleArray_getitem(answers, 0);
    }
}
