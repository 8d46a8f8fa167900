package dev.slipway.algorithm;

import dev.slipway.table.BooleanColumn;
import dev.slipway.table.Column;
import dev.slipway.table.VectorColumn;
import java.util.Arrays;
import java.util.List;

/** What some columns, side by side, have to say of a row: features and values, ascending by feature. Immutable. */
sealed interface RowEntries {
    /** The most entries of one row. */
    int most();

    /** The entries of all rows together. */
    long count();

    /** Puts the entries of a row from {@code at} on; the answer is the place behind the last of them. */
    int put(int row, int[] features, float[] values, int at);

    /** A column of numbers, zeros and all. */
    record Numbers(int feature, Column column) implements RowEntries {
        @Override
        public int most() {
            return 1;
        }

        @Override
        public long count() {
            long count = 0;
            for (int row = 0; row < column.size(); row++) {
                count += Float.isNaN((float) column.number(row)) ? 0 : 1;
            }
            return count;
        }

        @Override
        public int put(int row, int[] features, float[] values, int at) {
            float value = (float) column.number(row);
            features[at] = feature;
            values[at] = value;
            return Float.isNaN(value) ? at : at + 1;
        }
    }

    /** A column of zeros and ones without gaps: the ones. */
    record Flags(int feature, BooleanColumn column) implements RowEntries {
        @Override
        public int most() {
            return 1;
        }

        @Override
        public long count() {
            long count = 0;
            for (int row = 0; row < column.size(); row++) {
                count += column.at(row) ? 1 : 0;
            }
            return count;
        }

        @Override
        public int put(int row, int[] features, float[] values, int at) {
            features[at] = feature;
            values[at] = 1;
            return column.at(row) ? at + 1 : at;
        }
    }

    /** Columns of zeros and ones that mark codes of the same rows: the code of a row says which of them is one. */
    final class Marks implements RowEntries {
        private static final int NONE = -1;

        private final BooleanColumn codes;
        private final int[] featureOfCode;

        private Marks(BooleanColumn codes, int[] featureOfCode) {
            this.codes = codes;
            this.featureOfCode = featureOfCode;
        }

        static Marks of(int first, List<BooleanColumn> columns) {
            int most = columns.stream().mapToInt(BooleanColumn::marked).max().orElse(NONE);
            var featureOfCode = new int[most + 1];
            Arrays.fill(featureOfCode, NONE);
            for (int i = 0; i < columns.size(); i++) {
                featureOfCode[columns.get(i).marked()] = first + i;
            }
            return new Marks(columns.get(0), featureOfCode);
        }

        private int feature(int row) {
            int code = codes.code(row);
            return code >= 0 && code < featureOfCode.length ? featureOfCode[code] : NONE;
        }

        @Override
        public int most() {
            return 1;
        }

        @Override
        public long count() {
            long count = 0;
            for (int row = 0; row < codes.size(); row++) {
                count += feature(row) == NONE ? 0 : 1;
            }
            return count;
        }

        @Override
        public int put(int row, int[] features, float[] values, int at) {
            int feature = feature(row);
            features[at] = feature;
            values[at] = 1;
            return feature == NONE ? at : at + 1;
        }
    }

    /*
     * Zeros are there: the values are no zeros and ones, and a branch could not say where zero goes and a little more does
     * not.
     */
    /** A vector column with its zeros. */
    record Vectors(int first, VectorColumn column) implements RowEntries {
        @Override
        public int most() {
            return column.places();
        }

        @Override
        public long count() {
            return (long) column.size() * column.places();
        }

        @Override
        public int put(int row, int[] features, float[] values, int at) {
            for (int place = 0; place < column.places(); place++) {
                features[at + place] = first + place;
                values[at + place] = 0;
            }
            for (int entry = column.start(row); entry < column.end(row); entry++) {
                values[at + column.place(entry)] = (float) column.value(entry);
            }
            return at + column.places();
        }
    }
}
