package dev.slipway.algorithm;

import java.io.DataInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;

/**
 * Rows as they arrived in the child process: compressed sparse rows with their labels and weights. What is not among the
 * entries is missing.
 */
final class SparseBlock {
    private static final int CHUNK = 1 << 16;

    final int width;
    final long[] starts;
    final int[] features;
    final float[] values;
    final float[] labels;
    final float[] weights;

    private SparseBlock(int width, int rows, int entries, boolean weighted) {
        this.width = width;
        starts = new long[rows + 1];
        features = new int[entries];
        values = new float[entries];
        labels = new float[rows];
        weights = new float[weighted ? rows : 0];
    }

    /** Reads what {@link SparseRows#write} wrote. */
    static SparseBlock read(DataInputStream in) throws IOException {
        int width = in.readInt();
        int rows = in.readInt();
        int entries = in.readInt();
        var block = new SparseBlock(width, rows, entries, in.readBoolean());
        var bytes = new byte[CHUNK];
        int row = 0;
        int entry = 0;
        while (row < rows) {
            int some = in.readInt();
            int theirs = in.readInt();
            block.readEnds(in, bytes, row, some);
            readInts(in, bytes, block.features, entry, theirs);
            readFloats(in, bytes, block.values, entry, theirs);
            row += some;
            entry += theirs;
        }
        readFloats(in, bytes, block.labels, 0, block.labels.length);
        readFloats(in, bytes, block.weights, 0, block.weights.length);
        return block;
    }

    /** Where the rows of a block end, counted from the block's first entry. */
    private void readEnds(DataInputStream in, byte[] bytes, int row, int rows) throws IOException {
        int[] ends = new int[rows];
        readInts(in, bytes, ends, 0, rows);
        for (int i = 0; i < rows; i++) {
            starts[row + i + 1] = starts[row] + ends[i];
        }
    }

    private static void readInts(DataInputStream in, byte[] bytes, int[] into, int from, int count) throws IOException {
        for (int start = from; start < from + count; start += CHUNK / Integer.BYTES) {
            int size = Math.min(CHUNK / Integer.BYTES, from + count - start);
            in.readFully(bytes, 0, size * Integer.BYTES);
            ByteBuffer.wrap(bytes).asIntBuffer().get(into, start, size);
        }
    }

    private static void readFloats(DataInputStream in, byte[] bytes, float[] into, int from, int count)
            throws IOException {
        for (int start = from; start < from + count; start += CHUNK / Float.BYTES) {
            int size = Math.min(CHUNK / Float.BYTES, from + count - start);
            in.readFully(bytes, 0, size * Float.BYTES);
            ByteBuffer.wrap(bytes).asFloatBuffer().get(into, start, size);
        }
    }
}
