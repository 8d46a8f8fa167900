package dev.slipway.contract;

import dev.slipway.profile.NumberText;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/** The rules of one column, made ready to be asked a million times. Immutable. */
final class ColumnRules {
    private final ContractColumn column;
    private final boolean emptyIsNull;
    private final Set<String> otherNulls;
    private final double min;
    private final double max;
    private final double[] numbers;
    private final Map<String, Integer> codes;

    ColumnRules(ContractColumn column) {
        this.column = column;
        emptyIsNull = column.nullTokens().contains("");
        otherNulls = Set.copyOf(
                column.nullTokens().stream().filter(token -> !token.isEmpty()).toList());
        min = column.range().min();
        max = column.range().max();
        numbers = column.type().numeric()
                ? column.set().stream().mapToDouble(NumberText::number).sorted().toArray()
                : new double[0];
        codes = new HashMap<>();
        if (column.type().textual()) {
            column.set().forEach(word -> codes.put(word, codes.size()));
        }
    }

    ContractColumn column() {
        return column;
    }

    boolean isNull(String text) {
        return text.isEmpty() ? emptyIsNull : !otherNulls.isEmpty() && otherNulls.contains(text);
    }

    boolean isOutside(double value) {
        return value < min || value > max;
    }

    /** Whether there is a set of numbers and the value is none of them. */
    boolean isUnknown(double value) {
        return numbers.length > 0 && Arrays.binarySearch(numbers, value + 0.0) < 0;
    }

    /** Whether there is a set of words. */
    boolean hasWords() {
        return !codes.isEmpty();
    }

    /** The place of the word in the set; negative where it is not in it. */
    int code(String word) {
        var code = codes.get(word);
        return code == null ? -1 : code;
    }
}
