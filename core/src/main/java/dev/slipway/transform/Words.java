package dev.slipway.transform;

import dev.slipway.statistic.Counts;
import dev.slipway.table.CategoryColumn;
import dev.slipway.table.Column;
import dev.slipway.table.TextColumn;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.IntUnaryOperator;

/**
 * The values of a column as words, each row a code into a list of them; a missing value is a word of its own. Columns that
 * have a dictionary are looked at a word a time, not a row a time.
 */
final class Words {
    static final String MISSING = "<missing>";

    private final List<String> words;
    private final int[] codes;

    private Words(List<String> words, int... codes) {
        this.words = words;
        this.codes = codes;
    }

    static Words of(Column column) {
        var dictionary = dictionary(column);
        return dictionary.isEmpty() ? looked(column) : coded(column, dictionary);
    }

    private static Words looked(Column column) {
        var numbers = new HashMap<String, Integer>();
        var words = new ArrayList<String>();
        int[] codes = new int[column.size()];
        for (int row = 0; row < codes.length; row++) {
            var word = at(column, row);
            int code = numbers.computeIfAbsent(word, unseen -> words.size());
            if (code == words.size()) {
                words.add(word);
            }
            codes[row] = code;
        }
        return new Words(words, codes);
    }

    private static Words coded(Column column, List<String> dictionary) {
        var words = new ArrayList<>(dictionary);
        words.add(MISSING);
        var code = codes(column);
        int[] codes = new int[column.size()];
        Arrays.setAll(codes, row -> column.isMissing(row) ? dictionary.size() : code.applyAsInt(row));
        return new Words(words, codes);
    }

    static String at(Column column, int row) {
        return column.isMissing(row) ? MISSING : column.text(row);
    }

    /** How often each value is in the column. */
    static Counts<String> counts(Column column) {
        var words = of(column);
        long[] seen = new long[words.words.size()];
        for (int code : words.codes) {
            seen[code]++;
        }
        var counts = new TreeMap<String, Long>();
        for (int code = 0; code < seen.length; code++) {
            if (seen[code] > 0) {
                counts.merge(words.words.get(code), seen[code], Long::sum);
            }
        }
        return new Counts<>(counts);
    }

    /** The rows of each word that any row has, in order. */
    SortedMap<String, int[]> rows() {
        int[] next = new int[words.size() + 1];
        for (int code : codes) {
            next[code + 1]++;
        }
        Arrays.parallelPrefix(next, Integer::sum);
        int[] starts = next.clone();
        int[] rows = new int[codes.length];
        for (int row = 0; row < rows.length; row++) {
            rows[next[codes[row]]++] = row;
        }
        var byWord = new TreeMap<String, int[]>();
        for (int code = 0; code < words.size(); code++) {
            if (starts[code + 1] > starts[code]) {
                byWord.merge(words.get(code), Arrays.copyOfRange(rows, starts[code], starts[code + 1]), Words::both);
            }
        }
        return byWord;
    }

    private static int[] both(int[] first, int[] second) {
        int[] both = Arrays.copyOf(first, first.length + second.length);
        System.arraycopy(second, 0, both, first.length, second.length);
        return both;
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
