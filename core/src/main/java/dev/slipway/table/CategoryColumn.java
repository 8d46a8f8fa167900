package dev.slipway.table;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Words of a limited set, each row a code into a dictionary of distinct words. Two columns with the same words are equal
 * whatever their dictionaries; a dictionary may hold words that no row uses.
 */
public final class CategoryColumn extends Column {
    private final List<String> dictionary;
    private final int[] codes;

    private CategoryColumn(String name, Missing missing, List<String> dictionary, int... codes) {
        super(name, codes.length, missing);
        this.dictionary = dictionary;
        this.codes = codes;
    }

    /** From codes into the dictionary; a negative code is a missing value. */
    public static CategoryColumn of(String name, List<String> dictionary, int... codes) {
        return new CategoryColumn(
                name, Missing.where(codes.length, row -> codes[row] < 0), List.copyOf(dictionary), codes);
    }

    /** From words; the dictionary is in order of first appearance. */
    public static CategoryColumn from(TextColumn words) {
        var numbers = new HashMap<String, Integer>();
        var dictionary = new ArrayList<String>();
        int[] codes = new int[words.size()];
        for (int row = 0; row < codes.length; row++) {
            codes[row] = words.isMissing(row) ? -1 : number(words.at(row), numbers, dictionary);
        }
        return new CategoryColumn(words.name(), words.missing(), List.copyOf(dictionary), codes);
    }

    private static int number(String word, Map<String, Integer> numbers, List<String> dictionary) {
        var known = numbers.get(word);
        if (known != null) {
            return known;
        }
        numbers.put(word, dictionary.size());
        dictionary.add(word);
        return dictionary.size() - 1;
    }

    @Override
    public ColumnType type() {
        return ColumnType.CATEGORY;
    }

    /** Negative where missing. */
    public int code(int row) {
        return codes[row];
    }

    /** The empty string where missing. */
    public String at(int row) {
        return codes[row] < 0 ? "" : dictionary.get(codes[row]);
    }

    public List<String> dictionary() {
        return dictionary;
    }

    @Override
    public CategoryColumn named(String newName) {
        return new CategoryColumn(newName, missing(), dictionary, codes);
    }

    @Override
    public CategoryColumn rows(int... rows) {
        var chosen = new int[rows.length];
        for (int i = 0; i < rows.length; i++) {
            chosen[i] = codes[rows[i]];
        }
        return new CategoryColumn(name(), missing().rows(rows), dictionary, chosen);
    }

    @Override
    public CategoryColumn slice(int from, int to) {
        return new CategoryColumn(name(), missing().slice(from, to), dictionary, Arrays.copyOfRange(codes, from, to));
    }

    @Override
    String present(int row) {
        return dictionary.get(codes[row]);
    }
}
