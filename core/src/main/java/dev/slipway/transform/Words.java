package dev.slipway.transform;

import dev.slipway.statistic.Counts;
import dev.slipway.table.CategoryColumn;
import dev.slipway.table.Column;
import dev.slipway.table.TextColumn;
import java.util.HashMap;
import java.util.List;
import java.util.TreeMap;
import java.util.function.IntUnaryOperator;

/**
 * The values of a column as words, a missing one as a word of its own. Columns whose rows are codes into a dictionary are
 * looked at a word a time, not a row a time.
 */
final class Words {
    static final String MISSING = "<missing>";

    private Words() {}

    static String at(Column column, int row) {
        return column.isMissing(row) ? MISSING : column.text(row);
    }

    /** How often each value is there. */
    static Counts<String> counts(Column column) {
        var dictionary = dictionary(column);
        var counts = new HashMap<String, Long>();
        if (dictionary.isEmpty()) {
            for (int row = 0; row < column.size(); row++) {
                counts.merge(at(column, row), 1L, Long::sum);
            }
            return new Counts<>(new TreeMap<>(counts));
        }
        var code = codes(column);
        long[] seen = new long[dictionary.size()];
        for (int row = 0; row < column.size(); row++) {
            if (!column.isMissing(row)) {
                seen[code.applyAsInt(row)]++;
            }
        }
        for (int word = 0; word < seen.length; word++) {
            if (seen[word] > 0) {
                counts.merge(dictionary.get(word), seen[word], Long::sum);
            }
        }
        if (column.missing().count() > 0) {
            counts.merge(MISSING, (long) column.missing().count(), Long::sum);
        }
        return new Counts<>(new TreeMap<>(counts));
    }

    /** The words that rows are codes of; empty where they are none, or where more words than rows are in it. */
    static List<String> dictionary(Column column) {
        var dictionary = column instanceof CategoryColumn category
                ? category.dictionary()
                : column instanceof TextColumn text ? text.dictionary() : List.<String>of();
        return dictionary.size() <= column.size() ? dictionary : List.of();
    }

    /** The code of each row that is not missing, for a column with a dictionary. */
    static IntUnaryOperator codes(Column column) {
        return column instanceof CategoryColumn category ? category::code : ((TextColumn) column)::code;
    }
}
