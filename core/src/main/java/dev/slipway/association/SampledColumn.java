package dev.slipway.association;

import dev.slipway.table.CategoryColumn;
import dev.slipway.table.Column;
import dev.slipway.table.ColumnType;
import dev.slipway.table.Table;
import dev.slipway.table.TextColumn;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** One column of some rows, packed: typed values as they are, words as codes or as bytes one behind the other. Immutable. */
sealed interface SampledColumn extends Serializable permits PackedText, SampledColumn.Typed {
    ColumnType type();

    /** Whether there is no value: a missing one, or an empty text. */
    boolean isMissing(int row);

    /** The value in its canonical text; empty where missing. */
    String text(int row);

    static SampledColumn of(Column column) {
        if (!(column instanceof TextColumn words)) {
            return new Typed(column, column.type());
        }
        if (!words.isCoded()) {
            return PackedText.of(words.size(), row -> words.isMissing(row) ? "" : words.at(row));
        }
        int empty = words.dictionary().indexOf("");
        int[] codes = new int[words.size()];
        Arrays.setAll(codes, row -> words.code(row) == empty ? -1 : words.code(row));
        return new Typed(CategoryColumn.of(words.name(), words.dictionary(), codes), ColumnType.TEXT);
    }

    /** The value of row {@code rows[i]} of part {@code part[i]}, for each i. */
    static SampledColumn choose(List<SampledColumn> parts, int[] part, int[] rows) {
        var typed = new ArrayList<Table>();
        int[] offsets = new int[parts.size()];
        var first = parts.get(0);
        int size = 0;
        for (int i = 0; i < parts.size(); i++) {
            if (parts.get(i) instanceof Typed some
                    && first instanceof Typed other
                    && some.type == other.type
                    && some.column.type() == other.column.type()) {
                typed.add(Table.of(some.column));
                offsets[i] = size;
                size += some.column.size();
            }
        }
        if (typed.size() < parts.size()) {
            return PackedText.of(rows.length, i -> parts.get(part[i]).text(rows[i]));
        }
        int[] places = new int[rows.length];
        Arrays.setAll(places, i -> offsets[part[i]] + rows[i]);
        var chosen = Table.concat(typed).columns().get(0).rows(places);
        return new Typed(chosen instanceof CategoryColumn words ? used(words) : chosen, first.type());
    }

    /** The same words without those no row has: else a dictionary would remember every batch. */
    private static CategoryColumn used(CategoryColumn words) {
        int[] renamed = new int[words.dictionary().size()];
        var dictionary = new ArrayList<String>();
        int[] codes = new int[words.size()];
        for (int row = 0; row < codes.length; row++) {
            int code = words.code(row);
            if (code >= 0 && renamed[code] == 0) {
                dictionary.add(words.dictionary().get(code));
                renamed[code] = dictionary.size();
            }
            codes[row] = code < 0 ? -1 : renamed[code] - 1;
        }
        return CategoryColumn.of(words.name(), dictionary, codes);
    }

    /** @param type what the source says the column is; words that it calls text may be kept as codes */
    record Typed(Column column, ColumnType type) implements SampledColumn {
        @Override
        public boolean isMissing(int row) {
            return column.isMissing(row)
                    || (column instanceof TextColumn && text(row).isEmpty());
        }

        @Override
        public String text(int row) {
            return column.text(row);
        }
    }
}
