package dev.slipway.algorithm;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.File;
import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.SynchronousQueue;
import ml.dmlc.xgboost4j.java.Booster;
import ml.dmlc.xgboost4j.java.DMatrix;
import ml.dmlc.xgboost4j.java.XGBoost;
import ml.dmlc.xgboost4j.java.XGBoostError;

/**
 * The program of the child process: holds matrices in native memory and trains on request. A thread of its own reads the
 * requests, so that the end of standard input, which is the end of the parent however it came, ends the child in mid-training.
 */
final class XgboostChild {
    private static final int PARENT_GONE = 0;
    private static final int BROKEN = 70;

    private final Map<Integer, DMatrix> matrices = new HashMap<>();
    private final DataOutputStream answers;

    private XgboostChild(DataOutputStream answers) {
        this.answers = answers;
    }

    /** One request, read whole, that answers with bytes. */
    @FunctionalInterface
    private interface Work {
        byte[] answer() throws XGBoostError, IOException;
    }

    public static void main(String[] arguments) throws IOException, InterruptedException {
        var answers = new DataOutputStream(new BufferedOutputStream(new FileOutputStream(FileDescriptor.out), 1 << 16));
        // Whatever a library prints goes to the error stream; standard output belongs to the answers.
        System.setOut(System.err);
        var child = new XgboostChild(answers);
        loadNativeLibrary();
        deleteUnpackedLibrary(new File(arguments[0]));
        Frame.writeAnswer(answers, Frame.DONE, new byte[0]);
        var queue = new SynchronousQueue<Work>();
        var reader = new Thread(() -> child.read(queue), "requests");
        reader.setDaemon(true);
        reader.start();
        while (true) {
            child.answer(queue.take());
        }
    }

    /** Fails here, with the loader's own words, where the machine lacks a library such as libgomp. */
    private static void loadNativeLibrary() {
        try {
            new DMatrix(new float[] {0}, 1, 1, Float.NaN).dispose();
        } catch (XGBoostError unusable) {
            throw new IllegalStateException(unusable);
        }
    }

    /** The loaded library needs its file no longer (except on Windows, where the parent deletes it); a killed child leaves none. */
    private static void deleteUnpackedLibrary(File folder) {
        File[] files = folder.listFiles((parent, name) -> name.startsWith("libxgboost4j"));
        for (File file : files == null ? new File[0] : files) {
            boolean deleted = file.delete();
            if (!deleted) {
                file.deleteOnExit();
            }
        }
        boolean empty = folder.delete();
        if (!empty) {
            folder.deleteOnExit();
        }
    }

    private void read(BlockingQueue<Work> queue) {
        try (var in = new DataInputStream(new BufferedInputStream(new FileInputStream(FileDescriptor.in), 1 << 16))) {
            while (true) {
                queue.put(next(in));
            }
        } catch (EOFException parentGone) {
            Runtime.getRuntime().halt(PARENT_GONE);
        } catch (IOException | InterruptedException | RuntimeException | OutOfMemoryError broken) {
            System.err.println("cannot read a request: " + broken);
            Runtime.getRuntime().halt(BROKEN);
        }
    }

    private Work next(DataInputStream in) throws IOException {
        int operation = in.readInt();
        return switch (operation) {
            case Frame.MATRIX -> matrix(in);
            case Frame.TRAIN -> train(in);
            case Frame.MARGINS -> margins(in);
            case Frame.FORGET -> forget(in.readInt());
            case Frame.SHUTDOWN -> throw new EOFException();
            default -> throw new IOException("unknown operation " + operation);
        };
    }

    private void answer(Work work) throws IOException {
        byte[] bytes;
        try {
            bytes = work.answer();
        } catch (XGBoostError | IllegalArgumentException refused) {
            Frame.writeAnswer(
                    answers, Frame.ERROR, String.valueOf(refused.getMessage()).getBytes(StandardCharsets.UTF_8));
            return;
        }
        Frame.writeAnswer(answers, Frame.DONE, bytes);
    }

    private Work matrix(DataInputStream in) throws IOException {
        int id = in.readInt();
        int rows = in.readInt();
        int columns = in.readInt();
        float[] values = Frame.readFloats(in, rows * columns);
        float[] labels = Frame.readFloats(in, rows);
        float[] weights = Frame.readFloats(in, in.readBoolean() ? rows : 0);
        return () -> {
            var matrix = new DMatrix(values, rows, columns, Float.NaN);
            matrix.setLabel(labels);
            if (weights.length > 0) {
                matrix.setWeight(weights);
            }
            matrices.put(id, matrix);
            return new byte[0];
        };
    }

    private Work train(DataInputStream in) throws IOException {
        int id = in.readInt();
        boolean all = in.readBoolean();
        int[] rows = Frame.readInts(in);
        int rounds = in.readInt();
        var settings = new TreeMap<String, Object>();
        for (int left = in.readInt(); left > 0; left--) {
            settings.put(in.readUTF(), in.readUTF());
        }
        return () -> {
            DMatrix matrix = known(id);
            DMatrix part = all ? matrix : matrix.slice(rows);
            try {
                return trained(part, settings, rounds);
            } finally {
                if (!all) {
                    part.dispose();
                }
            }
        };
    }

    private static byte[] trained(DMatrix part, Map<String, Object> settings, int rounds) throws XGBoostError {
        Booster booster = XGBoost.train(part, settings, rounds, new HashMap<>(), null, null);
        try {
            return booster.toByteArray("json");
        } finally {
            booster.dispose();
        }
    }

    private Work margins(DataInputStream in) throws IOException {
        int id = in.readInt();
        byte[] model = Frame.readBytes(in);
        boolean link = in.readBoolean();
        return () -> {
            Booster booster = XGBoost.loadModel(model);
            try {
                return floats(booster.predict(known(id), !link));
            } finally {
                booster.dispose();
            }
        };
    }

    private static byte[] floats(float[][] rows) throws IOException {
        var bytes = new ByteArrayOutputStream();
        for (float[] row : rows) {
            Frame.writeFloats(bytes, row);
        }
        return bytes.toByteArray();
    }

    private Work forget(int id) {
        return () -> {
            known(id).dispose();
            matrices.remove(id);
            return new byte[0];
        };
    }

    private DMatrix known(int id) {
        DMatrix matrix = matrices.get(id);
        if (matrix == null) {
            throw new IllegalArgumentException("there is no matrix " + id);
        }
        return matrix;
    }
}
