package dev.slipway.bench;

import dev.slipway.model.FittedPipeline;
import dev.slipway.model.Matrix;
import dev.slipway.model.Predictions;
import dev.slipway.model.ServedModel;
import dev.slipway.model.TreeModel;
import dev.slipway.table.Table;
import dev.slipway.tree.XgboostTrees;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import ml.dmlc.xgboost4j.java.Booster;
import ml.dmlc.xgboost4j.java.DMatrix;
import ml.dmlc.xgboost4j.java.XGBoost;
import ml.dmlc.xgboost4j.java.XGBoostError;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/**
 * What does one answer cost in process, and what do ten thousand at once, on one thread? Ours start at the 12 raw columns
 * ({@code json}: at the bytes of a request) or, as the native ones do, at the encoded row. The native library answers by its
 * JNI: {@code predict} of a matrix made for the call, because it remembers answers for a matrix it knows, and
 * {@code inplace_predict}, which needs none.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(value = 1, jvmArgsAppend = "-Xmx1g")
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 2)
public class OneRowPrediction {
    private static final int BATCH = 10_000;
    private static final int ROWS = 1_024;

    private final FittedPipeline pipeline = LateModel.pipeline(LateModel.TREES);
    private final ServedModel served = LateModel.served(pipeline, "none");
    private final TreeModel model = (TreeModel) pipeline.model();
    private final XgboostTrees trees = (XgboostTrees) model.trees();
    private final int width = trees.features();
    private final Booster booster = booster(trees);

    private final Table batch = Shipments.table(BATCH);
    private final float[] encodedBatch = Matrix.floats(pipeline.prepared(batch), model.columns());
    private final List<Table> rows =
            IntStream.range(0, ROWS).mapToObj(row -> batch.slice(row, row + 1)).toList();
    private final List<float[]> encoded = IntStream.range(0, ROWS)
            .mapToObj(row -> Arrays.copyOfRange(encodedBatch, row * width, (row + 1) * width))
            .toList();
    private final List<byte[]> requests = IntStream.range(0, ROWS)
            .mapToObj(row -> Shipments.request(batch, row))
            .toList();
    private int turn;

    private static Booster booster(XgboostTrees trees) {
        try {
            var booster = XGBoost.loadModel(trees.file());
            booster.setParam("nthread", "1");
            return booster;
        } catch (XGBoostError | IOException unusable) {
            throw new IllegalStateException(unusable);
        }
    }

    @TearDown
    public void dispose() {
        booster.dispose();
    }

    private int next() {
        turn = (turn + 1) % ROWS;
        return turn;
    }

    @Benchmark
    public Predictions json() {
        return served.predict(served.read(requests.get(next())).table());
    }

    @Benchmark
    public Predictions pipeline() {
        return pipeline.predict(rows.get(next()));
    }

    @Benchmark
    public float[] encodedRow() {
        float[] answer = new float[1];
        trees.answers(encoded.get(next()), 0, answer);
        return answer;
    }

    @Benchmark
    public float[][] nativeRow() throws XGBoostError {
        return nativeAnswers(encoded.get(next()), 1);
    }

    @Benchmark
    public float[][] nativeRowInPlace() throws XGBoostError {
        return booster.inplace_predict(encoded.get(next()), 1, width, Float.NaN);
    }

    @Benchmark
    public Predictions pipelineOfBatch() {
        return pipeline.predict(batch);
    }

    @Benchmark
    public float[] encodedBatch() {
        float[] answers = new float[BATCH];
        trees.batchAnswers(encodedBatch, BATCH, answers);
        return answers;
    }

    @Benchmark
    public float[][] nativeBatch() throws XGBoostError {
        return nativeAnswers(encodedBatch, BATCH);
    }

    @Benchmark
    public float[][] nativeBatchInPlace() throws XGBoostError {
        return booster.inplace_predict(encodedBatch, BATCH, width, Float.NaN);
    }

    private float[][] nativeAnswers(float[] matrix, int count) throws XGBoostError {
        var values = new DMatrix(matrix, count, width, Float.NaN);
        try {
            return booster.predict(values);
        } finally {
            values.dispose();
        }
    }
}
