package dev.slipway.algorithm;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.model.Matrix;
import dev.slipway.table.BooleanColumn;
import dev.slipway.table.Column;
import dev.slipway.table.IntegerColumn;
import dev.slipway.table.Missing;
import dev.slipway.table.NumberColumn;
import dev.slipway.table.Table;
import dev.slipway.table.VectorColumn;
import dev.slipway.tree.LeftOutZeros;
import dev.slipway.tree.XgboostTrees;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

final class SparseRowsTest {
    private static final Table CREW = Table.of(
            NumberColumn.of("age", Missing.where(3, row -> row == 1), 40, 0, 0),
            BooleanColumn.of("officer", true, false, false),
            BooleanColumn.mark("port=A", 0, 1, 0, -1),
            BooleanColumn.mark("port=B", 1, 1, 0, -1),
            BooleanColumn.of("ill", Missing.where(3, row -> row == 0), false, false, true),
            VectorColumn.of("words", List.of("a", "b"), new int[] {0, 1, 1, 2}, new int[] {1, 0}, 0.5, 2));

    private static SparseBlock received(Table table, int[] order, float[] labels, float... weights) throws IOException {
        var bytes = new ByteArrayOutputStream();
        SparseRows.of(table, table.names()).write(new DataOutputStream(bytes), order, labels, weights);
        return SparseBlock.read(new DataInputStream(new ByteArrayInputStream(bytes.toByteArray())));
    }

    @Test
    void what_is_missing_and_the_zeros_of_flags_are_left_out() throws IOException {
        var block = received(table(CREW, "port=A"), new int[] {0, 1, 2}, new float[] {1, 0, 1});

        // Marks that stand apart from each other are flags: their zeros are left out as well.
        assertThat(block.width).isEqualTo(6);
        assertThat(block.starts).containsExactly(0, 5, 8, 12);
        assertThat(block.features).containsExactly(0, 1, 2, 4, 5, 3, 4, 5, 0, 3, 4, 5);
        assertThat(block.values).containsExactly(40, 1, 1, 0, 0.5f, 0, 0, 0, 0, 1, 2, 0);
        assertThat(block.labels).containsExactly(1, 0, 1);
        assertThat(block.weights).isEmpty();
    }

    private static Table table(Table from, String without) {
        return from.without(List.of(without));
    }

    @Test
    void marks_of_one_column_are_one_entry_a_row_and_the_order_is_kept() throws IOException {
        var ports = CREW.select(List.of("port=A", "port=B"));

        var block = received(ports, new int[] {2, 0, 1}, new float[] {5, 6, 7}, 1, 2, 3);

        assertThat(block.starts).containsExactly(0, 0, 1, 2);
        assertThat(block.features).containsExactly(1, 0);
        assertThat(block.values).containsExactly(1, 1);
        assertThat(block.labels).containsExactly(7, 5, 6);
        assertThat(block.weights).containsExactly(3, 1, 2);
    }

    @Test
    void the_features_whose_zeros_are_left_out_are_those_without_gaps() {
        var zeros = new BitSet();
        zeros.set(1, 4);

        assertThat(SparseRows.of(CREW, CREW.names()).zerosLeftOut()).isEqualTo(zeros);
        assertThat(SparseRows.of(CREW, CREW.names()).entries()).isEqualTo(2 + 1 + 2 + 2 + 6);
    }

    @Test
    void more_rows_than_a_block_arrive_as_they_are() throws IOException {
        int rows = 100_000;
        var numbers =
                NumberColumn.of("n", IntStream.range(0, rows).asDoubleStream().toArray());
        var wide =
                Table.of(numbers, BooleanColumn.mark("a", 0, new int[rows]), BooleanColumn.mark("b", 1, new int[rows]));

        var block = received(wide, IntStream.range(0, rows).toArray(), new float[rows]);

        assertThat(block.starts[rows]).isEqualTo(2L * rows);
        assertThat(block.values[2 * 99_999]).isEqualTo(99_999);
        assertThat(block.features[2 * 99_999 + 1]).isEqualTo(1);
    }

    @Test
    void rows_without_zeros_grow_the_trees_of_whole_rows() {
        var table = people(3_000);
        float[] labels = labels(table);
        float[] whole = Matrix.floats(table, table.names());
        var growth = new XgboostParams(20, 5, 0.3, 0.8, 0.7, 1, 1, 11, 2).growth(Objective.BINARY);
        try (var worker = TrainingWorker.start(NativeLibrary.XGBOOST, 2, 128)) {
            int dense = worker.matrix(whole, table.columns().size(), labels);
            var rows = SparseRows.of(table, table.names());
            int sparse = worker.sparse(rows, IntStream.range(0, labels.length).toArray(), labels, new float[0]);

            var ofWhole = XgboostTrees.read(worker.train(dense, growth, Duration.ofMinutes(1)));
            byte[] restored =
                    LeftOutZeros.restored(worker.train(sparse, growth, Duration.ofMinutes(1)), rows.zerosLeftOut());
            var ofSparse = XgboostTrees.read(restored);

            assertThat(margins(ofSparse, whole)).containsExactly(margins(ofWhole, whole));
            // The library itself agrees about the model that was rewritten.
            double[] theirs = worker.nativeMargins(dense, restored);
            float[] ours = margins(ofSparse, whole);
            assertThat(IntStream.range(0, ours.length).filter(row -> ours[row] != theirs[row]))
                    .isEmpty();
            // Of rows without a gap it looks for right children in their usual place, without asking.
            int width = table.columns().size();
            int full = IntStream.range(0, ours.length)
                    .filter(row -> !Float.isNaN(whole[row * width]))
                    .findFirst()
                    .orElseThrow();
            int alone = worker.matrix(Arrays.copyOfRange(whole, full * width, (full + 1) * width), width, new float[1]);
            assertThat(worker.nativeMargins(alone, restored)).containsExactly(ours[full]);
        }
    }

    private static float[] margins(XgboostTrees trees, float[] rows) {
        var margins = new float[rows.length / trees.features()];
        trees.batchMargins(rows, margins.length, margins);
        return margins;
    }

    private static Table people(int rows) {
        var random = new SplittableRandom(5);
        int[] codes = random.ints(rows, -1, 6).toArray();
        var flags = new boolean[rows];
        IntStream.range(0, rows).forEach(row -> flags[row] = random.nextInt(3) == 0);
        var columns = new ArrayList<Column>();
        columns.add(NumberColumn.of(
                "income",
                Missing.where(rows, row -> random.nextInt(9) == 0),
                random.doubles(rows, -5, 5).toArray()));
        columns.add(IntegerColumn.of("children", random.longs(rows, 0, 4).toArray()));
        columns.add(BooleanColumn.of("member", flags));
        for (int code = 0; code < 6; code++) {
            columns.add(BooleanColumn.mark("town=" + code, code, codes));
        }
        return Table.of(columns.toArray(Column[]::new));
    }

    private static float[] labels(Table table) {
        var random = new SplittableRandom(6);
        var labels = new float[table.rows()];
        for (int row = 0; row < labels.length; row++) {
            double leaning = table.column("town=2").number(row) * 2
                    - table.column("member").number(row)
                    + table.column("children").number(row) / 2
                    + random.nextGaussian();
            labels[row] = leaning > 0.5 ? 1 : 0;
        }
        return labels;
    }
}
