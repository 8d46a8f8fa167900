package dev.slipway.contract;

import dev.slipway.profile.NumberText;
import dev.slipway.table.ColumnType;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
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
    private final Optional<WholePattern> pattern;
    private final boolean shaped;

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
        pattern = column.pattern().isEmpty() ? Optional.empty() : Optional.of(WholePattern.of(column.pattern()));
        shaped = pattern.isPresent() || !column.length().isOpen();
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

    /** Whether there is a pattern or a length. */
    boolean isShaped() {
        return shaped;
    }

    boolean isMisshapen(String text) {
        return pattern.isPresent() && !pattern.get().matches(text);
    }

    boolean isTooShortOrLong(String text) {
        return !column.length().contains(text);
    }

    /** Whether a value that breaks a rule stays in the typed column: the rule only warns, and the value can be told. */
    boolean keeps(Rule rule) {
        return column.severity() == Severity.WARN
                && switch (rule) {
                    case RANGE, PATTERN, LENGTH -> true;
                    case SET -> column.type() != ColumnType.CATEGORY;
                    default -> false;
                };
    }
}
