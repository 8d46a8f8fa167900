package dev.slipway.algorithm;

import dev.slipway.problem.Problem;
import dev.slipway.problem.SlipwayException;
import dev.slipway.table.BooleanColumn;
import dev.slipway.table.Table;
import dev.slipway.table.VectorColumn;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/**
 * The rows of a table as a library of trees is given them: a few features and their values a row, in single precision. What
 * is missing is left out, and so are the zeros of columns that hold zeros and ones: of a hundred columns that one-hot encoding
 * made of eight, a row has eight entries. Made block by block on the way out, so that they take no memory of their own.
 */
final class SparseRows {
    private static final int MOST_VALUES = 1 << 29;
    private static final int BLOCK = 1 << 16;

    private final int rows;
    private final int width;
    private final List<RowEntries> parts;
    private final BitSet zerosLeftOut;
    private final int most;
    private final int entries;

    private SparseRows(int rows, int width, List<RowEntries> parts, BitSet zerosLeftOut) {
        this.rows = rows;
        this.width = width;
        this.parts = List.copyOf(parts);
        this.zerosLeftOut = zerosLeftOut;
        most = parts.stream().mapToInt(RowEntries::most).sum();
        long count = parts.stream().mapToLong(RowEntries::count).sum();
        if (count > MOST_VALUES) {
            throw new SlipwayException(
                    SlipwayException.Kind.TOO_LARGE,
                    new Problem(
                            "TRAIN-TOO-LARGE",
                            "%,d rows of %,d features hold more than %,d values".formatted(rows, width, MOST_VALUES),
                            "the encoded training data",
                            "train on a sample of the rows, or encode text and categories with fewer columns"));
        }
        entries = (int) count;
    }

    /** A feature for each column, in this order, and for each place of a vector column. */
    static SparseRows of(Table table, List<String> names) {
        var columns = names.stream().map(table::column).toList();
        var parts = new ArrayList<RowEntries>();
        var zerosLeftOut = new BitSet();
        int feature = 0;
        for (int place = 0; place < columns.size(); ) {
            var column = columns.get(place);
            if (column instanceof BooleanColumn flags && flags.missing().count() == 0) {
                var together = new ArrayList<BooleanColumn>(List.of(flags));
                while (place + together.size() < columns.size()
                        && columns.get(place + together.size()) instanceof BooleanColumn next
                        && flags.sharesCodes(next)) {
                    together.add(next);
                }
                parts.add(
                        together.size() == 1
                                ? new RowEntries.Flags(feature, flags)
                                : RowEntries.Marks.of(feature, together));
                zerosLeftOut.set(feature, feature + together.size());
                feature += together.size();
                place += together.size();
            } else {
                parts.add(
                        column instanceof VectorColumn vectors
                                ? new RowEntries.Vectors(feature, vectors)
                                : new RowEntries.Numbers(feature, column));
                feature += column.places();
                place++;
            }
        }
        return new SparseRows(table.rows(), feature, parts, zerosLeftOut);
    }

    /** How many entries all rows have together. */
    int entries() {
        return entries;
    }

    /** The features whose zeros are left out; none of them is ever missing. A copy. */
    BitSet zerosLeftOut() {
        return (BitSet) zerosLeftOut.clone();
    }

    /** Megabytes of Java heap that the child process needs to receive them. */
    int heapToReceive() {
        return Math.toIntExact(64 + ((8L * entries + 24L * rows) >> 20));
    }

    /** Writes the rows in this order, for {@link SparseBlock#read}, with the label and, unless there are none, the weight of each. */
    void write(DataOutputStream out, int[] order, float[] labels, float[] weights) throws IOException {
        out.writeInt(width);
        out.writeInt(rows);
        out.writeInt(entries);
        out.writeBoolean(weights.length > 0);
        int block = Math.max(1, BLOCK / Math.max(1, most));
        // The next block is made while this one is written.
        var next = CompletableFuture.supplyAsync(() -> block(order, 0, block));
        for (int first = 0; first < rows; first += block) {
            var ready = next.join();
            int behind = first + block;
            next = CompletableFuture.supplyAsync(() -> block(order, behind, block));
            ready.write(out);
        }
        Frame.writeFloats(out, reordered(labels, order));
        Frame.writeFloats(out, weights.length == 0 ? weights : reordered(weights, order));
    }

    /** The entries of some rows, one row's behind the other's. */
    private static final class Block {
        private final int[] ends;
        private final int[] features;
        private final float[] values;

        private Block(int rows, int most) {
            ends = new int[rows];
            features = new int[rows * most + 1];
            values = new float[features.length];
        }

        private void write(DataOutputStream out) throws IOException {
            int end = ends[ends.length - 1];
            out.writeInt(ends.length);
            out.writeInt(end);
            writeInts(out, ends, ends.length);
            writeInts(out, features, end);
            Frame.writeFloats(out, Arrays.copyOf(values, end));
        }
    }

    private Block block(int[] order, int first, int size) {
        int count = Math.max(0, Math.min(size, rows - first));
        var block = new Block(count, most);
        var all = parts.toArray(RowEntries[]::new);
        int end = 0;
        for (int i = 0; i < count; i++) {
            for (var part : all) {
                end = part.put(order[first + i], block.features, block.values, end);
            }
            block.ends[i] = end;
        }
        return block;
    }

    private static void writeInts(DataOutputStream out, int[] numbers, int count) throws IOException {
        var bytes = ByteBuffer.allocate(count * Integer.BYTES);
        bytes.asIntBuffer().put(numbers, 0, count);
        out.write(bytes.array());
    }

    private static float[] reordered(float[] values, int... order) {
        var reordered = new float[order.length];
        for (int i = 0; i < order.length; i++) {
            reordered[i] = values[order[i]];
        }
        return reordered;
    }
}
