package dev.slipway.algorithm;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.File;
import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.SynchronousQueue;

/**
 * The program of the child process: holds rows and trains on request. A thread of its own reads the
 * requests, so that the end of standard input, which is the end of the parent however it came, ends the child in mid-training.
 */
final class TrainingChild {
    private static final int PARENT_GONE = 0;
    private static final int BROKEN = 70;
    private static final long LARGE_HEAP = 64L << 20;

    private final Trainer trainer;
    private final DataOutputStream answers;

    private TrainingChild(Trainer trainer, DataOutputStream answers) {
        this.trainer = trainer;
        this.answers = answers;
    }

    /** One request, read whole, that answers with bytes. */
    @FunctionalInterface
    private interface Work {
        byte[] answer() throws Trainer.Refusal;
    }

    /** Arguments: the folder the native library is unpacked to, and which library. */
    public static void main(String[] arguments) throws IOException, InterruptedException {
        var answers = new DataOutputStream(new BufferedOutputStream(new FileOutputStream(FileDescriptor.out), 1 << 16));
        // Whatever a library prints goes to the error stream; standard output belongs to the answers.
        System.setOut(System.err);
        var trainer = NativeLibrary.valueOf(arguments[1]).load();
        deleteUnpacked(new File(arguments[0]));
        Frame.writeAnswer(answers, Frame.DONE, new byte[0]);
        var child = new TrainingChild(trainer, answers);
        var queue = new SynchronousQueue<Work>();
        var reader = new Thread(() -> child.read(queue), "requests");
        reader.setDaemon(true);
        reader.start();
        while (true) {
            child.answer(queue.take());
            giveBack();
        }
    }

    /** Rows that the library has now are garbage here: a large heap is given back before the training needs the memory. */
    private static void giveBack() {
        if (Runtime.getRuntime().totalMemory() > LARGE_HEAP) {
            System.gc();
        }
    }

    /** The loaded library needs its files no longer (except on Windows, where the parent deletes them); a killed child leaves none. */
    private static void deleteUnpacked(File folder) {
        File[] files = folder.listFiles();
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
            case Frame.SPARSE -> sparse(in);
            case Frame.TRAIN -> train(in);
            case Frame.ROUNDS -> rounds(in);
            case Frame.ANSWERS -> answers(in);
            case Frame.FORGET -> forget(in.readInt());
            case Frame.SHUTDOWN -> throw new EOFException();
            default -> throw new IOException("unknown operation " + operation);
        };
    }

    private void answer(Work work) throws IOException {
        byte[] bytes;
        try {
            bytes = work.answer();
        } catch (Trainer.Refusal refused) {
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
            trainer.matrix(id, new Trainer.Block(values, rows, columns, labels, weights));
            return new byte[0];
        };
    }

    private Work sparse(DataInputStream in) throws IOException {
        int id = in.readInt();
        var block = SparseBlock.read(in);
        return () -> {
            trainer.sparse(id, block);
            return new byte[0];
        };
    }

    private Work train(DataInputStream in) throws IOException {
        int id = in.readInt();
        boolean all = in.readBoolean();
        int[] rows = Frame.readInts(in);
        int rounds = in.readInt();
        var settings = settings(in);
        return () -> all ? trainer.train(id, settings, rounds) : trainer.train(id, rows, settings, rounds);
    }

    private static Map<String, String> settings(DataInputStream in) throws IOException {
        var settings = new TreeMap<String, String>();
        for (int left = in.readInt(); left > 0; left--) {
            settings.put(in.readUTF(), in.readUTF());
        }
        return settings;
    }

    private Work rounds(DataInputStream in) throws IOException {
        int teaching = in.readInt();
        int judging = in.readInt();
        int most = in.readInt();
        int patience = in.readInt();
        var settings = settings(in);
        return () -> ByteBuffer.allocate(Integer.BYTES)
                .putInt(trainer.rounds(teaching, judging, settings, most, patience))
                .array();
    }

    private Work answers(DataInputStream in) throws IOException {
        int id = in.readInt();
        byte[] model = Frame.readBytes(in);
        boolean link = in.readBoolean();
        return () -> {
            double[] found = trainer.answers(id, model, link);
            var bytes = ByteBuffer.allocate(found.length * Double.BYTES);
            bytes.asDoubleBuffer().put(found);
            return bytes.array();
        };
    }

    private Work forget(int id) {
        return () -> {
            trainer.forget(id);
            return new byte[0];
        };
    }
}
