package dev.slipway.algorithm;

import dev.slipway.problem.Problem;
import dev.slipway.problem.SlipwayException;
import dev.slipway.problem.SlipwayException.Kind;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Trains with a native library in a child process that lives as long as this object, or as its parent. One call at a time; callers
 * on other threads wait. After {@link BudgetOver}, or a problem of the process itself, it is closed and a new one is started.
 *
 * <p>A process of its own because a native training cannot be stopped in any other way, because it may run out of memory
 * without taking the server along, and because OpenMP must be told how to wait before it is loaded.
 */
public final class TrainingWorker implements AutoCloseable {
    private static final Duration START = Duration.ofSeconds(60);
    private static final Duration SHORT = Duration.ofMinutes(10);
    private static final int MOST_VALUES = 1 << 29;

    private final NativeLibrary library;
    private final ChildProcess child;
    private final ExecutorService conversation;
    private int matrices;
    private boolean closed;

    private TrainingWorker(NativeLibrary library, ChildProcess child) {
        this.library = library;
        this.child = child;
        this.conversation = Executors.newSingleThreadExecutor(work -> {
            var thread = new Thread(work, "training-conversation");
            thread.setDaemon(true);
            return thread;
        });
    }

    /** What is written before an answer is awaited. */
    @FunctionalInterface
    private interface Request {
        void write(DataOutputStream out) throws IOException;

        /** Waits for the greeting of a child that starts. */
        static void none(DataOutputStream out) {}
    }

    /** Starts the child and waits until its native library is loaded. */
    public static TrainingWorker start(NativeLibrary library, int threads, int heapMegabytes) {
        return greeted(library, ChildProcess.start(library, threads, heapMegabytes));
    }

    static TrainingWorker greeted(NativeLibrary library, ChildProcess child) {
        var worker = new TrainingWorker(library, child);
        worker.call(START, Request::none);
        return worker;
    }

    /** Megabytes of Java heap that hand a matrix of this size over to the native library. */
    public static int heapFor(int rows, int columns) {
        long bytes = 4L * rows * (2L * columns + 16);
        return Math.toIntExact(Math.min(128 + (bytes >> 20), 1 << 20));
    }

    /** Hands a row-major matrix over, once; missing values are {@code NaN}. The answer is its id here. */
    public int matrix(float[] values, int columns, float[] labels) {
        return matrix(values, columns, labels, new float[0]);
    }

    /** The same with a weight a row. */
    public synchronized int matrix(float[] values, int columns, float[] labels, float[] weights) {
        if (values.length > MOST_VALUES) {
            throw new SlipwayException(
                    Kind.TOO_LARGE,
                    new Problem(
                            "TRAIN-TOO-LARGE",
                            "%,d rows of %,d features are more than %,d values"
                                    .formatted(labels.length, columns, MOST_VALUES),
                            "the encoded training data",
                            "train on a sample of the rows, or encode categories with fewer columns"));
        }
        boolean weighted = weights.length > 0;
        if (values.length != labels.length * columns || (weighted && weights.length != labels.length)) {
            throw new IllegalArgumentException("%d values, %d columns, %d labels, %d weights"
                    .formatted(values.length, columns, labels.length, weights.length));
        }
        int id = matrices++;
        call(SHORT, out -> {
            out.writeInt(Frame.MATRIX);
            out.writeInt(id);
            out.writeInt(labels.length);
            out.writeInt(columns);
            Frame.writeFloats(out, values);
            Frame.writeFloats(out, labels);
            out.writeBoolean(weighted);
            Frame.writeFloats(out, weights);
        });
        return id;
    }

    /** Hands rows over in this order, once, with the label and, unless there are none, the weight of each. The answer is their id here. */
    synchronized int sparse(SparseRows rows, int[] order, float[] labels, float[] weights) {
        int id = matrices++;
        call(SHORT, out -> {
            out.writeInt(Frame.SPARSE);
            out.writeInt(id);
            rows.write(out, order, labels, weights);
        });
        return id;
    }

    /**
     * What a library is told to grow.
     *
     * @param rounds of boosting
     * @param settings its own names and values
     */
    public record Growth(int rounds, SortedMap<String, String> settings) {
        public Growth {
            settings = Collections.unmodifiableSortedMap(settings);
        }
    }

    /** Trains on all rows; the answer is the library's portable model. */
    public byte[] train(int matrix, Growth growth, Duration budget) {
        return train(matrix, true, new int[0], growth, budget);
    }

    /** Trains on these rows of the matrix, in this order. */
    public byte[] train(int matrix, int[] rows, Growth growth, Duration budget) {
        return train(matrix, false, rows, growth, budget);
    }

    private byte[] train(int matrix, boolean all, int[] rows, Growth growth, Duration budget) {
        return call(budget, out -> {
            out.writeInt(Frame.TRAIN);
            out.writeInt(matrix);
            out.writeBoolean(all);
            Frame.writeInts(out, rows);
            out.writeInt(growth.rounds());
            write(out, growth.settings());
        });
    }

    private static void write(DataOutputStream out, Map<String, String> settings) throws IOException {
        out.writeInt(settings.size());
        for (var setting : settings.entrySet()) {
            out.writeUTF(setting.getKey());
            out.writeUTF(setting.getValue());
        }
    }

    /** How many rounds are best, judged by the rows of another matrix: {@link Trainer#rounds}. */
    public int rounds(int teaching, int judging, Growth growth, int patience, Duration budget) {
        return ByteBuffer.wrap(call(budget, out -> {
                    out.writeInt(Frame.ROUNDS);
                    out.writeInt(teaching);
                    out.writeInt(judging);
                    out.writeInt(growth.rounds());
                    out.writeInt(patience);
                    write(out, growth.settings());
                }))
                .getInt();
    }

    /** The native library's own margins for every row of a matrix, one a group, row after row: what a scorer must equal. */
    public double[] nativeMargins(int matrix, byte[] model) {
        return predicted(matrix, model, false);
    }

    /** The native library's own answers: margins with the link applied. */
    public double[] nativeAnswers(int matrix, byte[] model) {
        return predicted(matrix, model, true);
    }

    private double[] predicted(int matrix, byte[] model, boolean link) {
        byte[] bytes = call(SHORT, out -> {
            out.writeInt(Frame.ANSWERS);
            out.writeInt(matrix);
            Frame.writeBytes(out, model);
            out.writeBoolean(link);
        });
        var answers = new double[bytes.length / Double.BYTES];
        ByteBuffer.wrap(bytes).asDoubleBuffer().get(answers);
        return answers;
    }

    /** Frees the memory of a matrix. */
    public void forget(int matrix) {
        call(SHORT, out -> {
            out.writeInt(Frame.FORGET);
            out.writeInt(matrix);
        });
    }

    private synchronized byte[] call(Duration budget, Request request) {
        if (closed) {
            throw new IllegalStateException("this worker is closed; start a new one");
        }
        Future<byte[]> answer = conversation.submit(() -> converse(request));
        try {
            return answer.get(Math.max(0, budget.toNanos()), TimeUnit.NANOSECONDS);
        } catch (TimeoutException over) {
            end();
            throw new BudgetOver("%s had %d ms".formatted(library.label(), budget.toMillis()));
        } catch (InterruptedException interrupted) {
            end();
            Thread.currentThread().interrupt();
            throw SlipwayException.failed(
                    "TRAIN-INTERRUPTED", "the training was interrupted", library.label(), "start the command again");
        } catch (ExecutionException failed) {
            throw problem(failed);
        }
    }

    private byte[] converse(Request request) throws IOException {
        DataOutputStream out = child.requests();
        request.write(out);
        out.flush();
        DataInputStream in = child.answers();
        int mark = in.readInt();
        if (mark != Frame.MARK) {
            throw new IOException("it answered with %08x instead of %08x".formatted(mark, Frame.MARK));
        }
        int status = in.readByte();
        byte[] bytes = Frame.readBytes(in);
        if (status == Frame.DONE) {
            return bytes;
        }
        throw SlipwayException.refused(
                "TRAIN-REFUSED",
                library.label() + " refused: " + spoken(new String(bytes, StandardCharsets.UTF_8)),
                "candidate " + library.candidate(),
                "correct the data or the parameter it names");
    }

    /** The library's sentence without its time stamp, source line and stack trace. */
    private static String spoken(String message) {
        String first = message.strip().lines().findFirst().orElse("(no message)");
        return first.replaceFirst("^\\[[0-9:]+] \\S+:\\d+: ", "");
    }

    private RuntimeException problem(ExecutionException failed) {
        Throwable cause = failed.getCause();
        if (cause instanceof IOException broken) {
            SlipwayException died = child.died(broken);
            end();
            died.initCause(broken);
            return died;
        }
        if (cause instanceof SlipwayException refused) {
            return refused;
        }
        end();
        return new IllegalStateException(failed);
    }

    private void end() {
        closed = true;
        child.destroy();
        conversation.shutdownNow();
    }

    /** The child's process id, for those who watch processes. */
    public long pid() {
        return child.pid();
    }

    public synchronized boolean isOpen() {
        return !closed && child.isAlive();
    }

    /** Ends the child. */
    @Override
    public synchronized void close() {
        if (!closed) {
            end();
        }
    }
}
