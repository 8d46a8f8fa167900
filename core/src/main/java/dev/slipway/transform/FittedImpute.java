package dev.slipway.transform;

import dev.slipway.table.BooleanColumn;
import dev.slipway.table.CategoryColumn;
import dev.slipway.table.Column;
import dev.slipway.table.IntegerColumn;
import dev.slipway.table.NumberColumn;
import dev.slipway.table.Table;
import dev.slipway.table.TextColumn;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Puts the values found in training where one is missing. */
public record FittedImpute(List<Filling> fillings) implements FittedTransformer {
    /**
     * What is put into one column: a number, or a word where the column holds words.
     *
     * @param words whether the word is put, and not the number
     */
    public record Filling(String column, boolean words, double number, String word, boolean indicate)
            implements Serializable {
        static Filling number(String column, double number, boolean indicate) {
            return new Filling(column, false, number, "", indicate);
        }

        static Filling word(String column, String word, boolean indicate) {
            return new Filling(column, true, 0, word, indicate);
        }

        String indicator() {
            return column + "_missing";
        }

        Column filled(Column from) {
            return words ? withWord(from) : withNumber(from);
        }

        private Column withNumber(Column from) {
            if (from instanceof NumberColumn && from.missing().count() == 0) {
                return from;
            }
            if (from instanceof IntegerColumn whole && number == Math.rint(number) && Math.abs(number) < 0x1p63) {
                return withWhole(whole);
            }
            double[] values = new double[from.size()];
            for (int row = 0; row < values.length; row++) {
                values[row] = from.isMissing(row) ? number : from.number(row);
            }
            return NumberColumn.of(column, values);
        }

        private IntegerColumn withWhole(IntegerColumn from) {
            if (from.missing().count() == 0) {
                return from;
            }
            long[] values = new long[from.size()];
            for (int row = 0; row < values.length; row++) {
                values[row] = from.isMissing(row) ? (long) number : from.at(row);
            }
            return IntegerColumn.of(column, values);
        }

        private CategoryColumn withWord(Column from) {
            if (from instanceof CategoryColumn coded) {
                return coded.missing().count() == 0 ? coded : withCode(coded);
            }
            var values = new String[from.size()];
            for (int row = 0; row < values.length; row++) {
                values[row] = from.isMissing(row) ? word : from.text(row);
            }
            return CategoryColumn.from(TextColumn.of(column, values));
        }

        private CategoryColumn withCode(CategoryColumn from) {
            var dictionary = new ArrayList<>(from.dictionary());
            if (!dictionary.contains(word)) {
                dictionary.add(word);
            }
            int put = dictionary.indexOf(word);
            int[] codes = new int[from.size()];
            Arrays.setAll(codes, row -> from.isMissing(row) ? put : from.code(row));
            return CategoryColumn.of(column, dictionary, codes);
        }

        BooleanColumn indicator(Column from) {
            boolean[] missing = new boolean[from.size()];
            for (int row = 0; row < missing.length; row++) {
                missing[row] = from.isMissing(row);
            }
            return BooleanColumn.of(indicator(), missing);
        }
    }

    public FittedImpute {
        fillings = List.copyOf(fillings);
    }

    @Override
    public Table apply(Table input) {
        TakenNames.refuse(
                "impute",
                fillings.stream()
                        .filter(Filling::indicate)
                        .filter(filling -> input.find(filling.column()).isPresent())
                        .map(Filling::indicator)
                        .filter(name -> input.find(name).isPresent())
                        .toList());
        var changed = new ArrayList<Column>();
        for (var filling : fillings) {
            input.find(filling.column()).ifPresent(column -> {
                changed.add(filling.filled(column));
                if (filling.indicate()) {
                    changed.add(filling.indicator(column));
                }
            });
        }
        return input.with(changed);
    }

    @Override
    public Set<String> inputs(Set<String> outputs) {
        var inputs = new LinkedHashSet<>(outputs);
        for (var filling : fillings) {
            if (filling.indicate() && inputs.remove(filling.indicator())) {
                inputs.add(filling.column());
            }
        }
        return inputs;
    }
}
