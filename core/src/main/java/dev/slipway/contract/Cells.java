package dev.slipway.contract;

import dev.slipway.profile.NumberText;
import dev.slipway.profile.TimestampText;
import dev.slipway.profile.TruthText;
import dev.slipway.table.BooleanColumn;
import dev.slipway.table.CategoryColumn;
import dev.slipway.table.Column;
import dev.slipway.table.IntegerColumn;
import dev.slipway.table.Missing;
import dev.slipway.table.NumberColumn;
import dev.slipway.table.TextColumn;
import dev.slipway.table.TimestampColumn;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * One column in the making: reads texts cell by cell as the type the contract says and notes what breaks a rule. A cell that
 * does becomes a missing one. Files and requests go through here alike, so the same text gives the same bits. For one thread.
 */
abstract sealed class Cells {
    private final ColumnRules rules;
    private final Faults faults;
    private final BitSet missing = new BitSet();
    private int size;
    private int nulls;

    private Cells(ColumnRules rules, Faults faults) {
        this.rules = rules;
        this.faults = faults;
    }

    static Cells of(ColumnRules rules, Faults faults, int capacity) {
        return switch (rules.column().type()) {
            case NUMBER -> new Numbers(rules, faults, capacity);
            case INTEGER -> new Integers(rules, faults, capacity);
            case BOOLEAN -> new Booleans(rules, faults, capacity);
            case TIMESTAMP -> new Timestamps(rules, faults, capacity);
            case CATEGORY -> new Words(rules, faults, capacity);
            case TEXT -> new Texts(rules, faults, capacity);
            case VECTOR -> throw rules.column().type().notOfData();
        };
    }

    /** Makes room for the cell and remembers it; its place is {@code size() - 1} already. */
    abstract void present(String text);

    abstract void room(int needed);

    /** The column so far. */
    abstract Column column(Missing gaps);

    final Column column() {
        return column(missing.isEmpty() ? Missing.NONE : Missing.where(size, missing::get));
    }

    final int size() {
        return size;
    }

    /** How many cells hold no value, broken ones not counted. */
    final int nulls() {
        return nulls;
    }

    final ColumnRules rules() {
        return rules;
    }

    /** The next cell, as it was written. */
    final void add(String text) {
        if (rules.isNull(text)) {
            addNull();
        } else {
            grow();
            present(text);
        }
    }

    /** The next cell has no value. */
    final void addNull() {
        addAbsent();
        nulls++;
        if (rules.column().missing() == 0) {
            faults.add(size - 1, Rule.MISSING, rules.column(), "", "");
        }
    }

    /** The next cell belongs to a column that is not there; no rule asks for its value. */
    final void addAbsent() {
        grow();
        missing.set(size - 1);
    }

    /** The next cell breaks a rule. */
    final void addBroken(Rule rule, String value, String note) {
        grow();
        broken(rule, value, note);
    }

    final void broken(Rule rule, String value, String note) {
        missing.set(size - 1, !rules.keeps(rule));
        faults.add(size - 1, rule, rules.column(), value, note);
    }

    /** Whether the cell that is being filled holds no value. */
    final boolean isMissing() {
        return missing.get(size - 1);
    }

    private void grow() {
        room(size + 1);
        size++;
    }

    /** The cell that is being filled, from 0. */
    final int at() {
        return size - 1;
    }

    final boolean allows(double value, String text) {
        if (rules.isOutside(value)) {
            broken(Rule.RANGE, text, "");
            return false;
        }
        return true;
    }

    /** Asked of texts after everything else. */
    final void checkShape(String text) {
        if (rules.isMisshapen(text)) {
            broken(Rule.PATTERN, text, "");
        } else if (rules.isTooShortOrLong(text)) {
            broken(Rule.LENGTH, text, "");
        }
    }

    static int larger(int length, int needed) {
        return Math.max(needed, length + (length >> 1) + 4);
    }

    private static final class Numbers extends Cells {
        private double[] values;

        private Numbers(ColumnRules rules, Faults faults, int capacity) {
            super(rules, faults);
            values = new double[capacity];
        }

        @Override
        void room(int needed) {
            if (needed > values.length) {
                values = Arrays.copyOf(values, larger(values.length, needed));
            }
        }

        @Override
        void present(String text) {
            double value = NumberText.number(text);
            if (Double.isNaN(value)) {
                broken(Rule.TYPE, text, "");
                return;
            }
            values[at()] = value;
            if (allows(value, text) && rules().isUnknown(value)) {
                broken(Rule.SET, text, "");
            }
        }

        @Override
        Column column(Missing gaps) {
            return NumberColumn.of(rules().column().name(), gaps, Arrays.copyOf(values, size()));
        }
    }

    private static final class Integers extends Cells {
        private long[] values;

        private Integers(ColumnRules rules, Faults faults, int capacity) {
            super(rules, faults);
            values = new long[capacity];
        }

        @Override
        void room(int needed) {
            if (needed > values.length) {
                values = Arrays.copyOf(values, larger(values.length, needed));
            }
        }

        @Override
        void present(String text) {
            long value = NumberText.integer(text);
            if (value == NumberText.NO_INTEGER && !NumberText.isInteger(text)) {
                broken(Rule.TYPE, text, "");
                return;
            }
            values[at()] = value;
            if (allows((double) value, text) && rules().isUnknown((double) value)) {
                broken(Rule.SET, text, "");
            }
        }

        @Override
        Column column(Missing gaps) {
            return IntegerColumn.of(rules().column().name(), gaps, Arrays.copyOf(values, size()));
        }
    }

    private static final class Timestamps extends Cells {
        private long[] values;

        private Timestamps(ColumnRules rules, Faults faults, int capacity) {
            super(rules, faults);
            values = new long[capacity];
        }

        @Override
        void room(int needed) {
            if (needed > values.length) {
                values = Arrays.copyOf(values, larger(values.length, needed));
            }
        }

        @Override
        void present(String text) {
            long value = TimestampText.micros(text);
            if (value == TimestampText.NONE) {
                broken(Rule.TYPE, text, "");
            } else {
                values[at()] = value;
                allows((double) value, text);
            }
        }

        @Override
        Column column(Missing gaps) {
            return TimestampColumn.of(rules().column().name(), gaps, Arrays.copyOf(values, size()));
        }
    }

    private static final class Booleans extends Cells {
        private boolean[] values;

        private Booleans(ColumnRules rules, Faults faults, int capacity) {
            super(rules, faults);
            values = new boolean[capacity];
        }

        @Override
        void room(int needed) {
            if (needed > values.length) {
                values = Arrays.copyOf(values, larger(values.length, needed));
            }
        }

        @Override
        void present(String text) {
            if (TruthText.isTrue(text)) {
                values[at()] = true;
            } else if (!TruthText.isFalse(text)) {
                broken(Rule.TYPE, text, "");
            }
        }

        @Override
        Column column(Missing gaps) {
            return BooleanColumn.of(rules().column().name(), gaps, Arrays.copyOf(values, size()));
        }
    }

    private static final class Texts extends Cells {
        private String[] values;

        private Texts(ColumnRules rules, Faults faults, int capacity) {
            super(rules, faults);
            values = new String[capacity];
        }

        @Override
        void room(int needed) {
            if (needed > values.length) {
                values = Arrays.copyOf(values, larger(values.length, needed));
            }
            values[needed - 1] = "";
        }

        @Override
        void present(String text) {
            values[at()] = text;
            if (rules().hasWords() && rules().code(text) < 0) {
                broken(Rule.SET, text, "");
            } else if (rules().isShaped()) {
                checkShape(text);
            }
        }

        @Override
        Column column(Missing gaps) {
            return TextColumn.of(rules().column().name(), gaps, Arrays.copyOf(values, size()));
        }
    }

    private static final class Words extends Cells {
        private final Map<String, Integer> met = new HashMap<>();
        private final List<String> dictionary = new ArrayList<>();
        private int[] codes;

        private Words(ColumnRules rules, Faults faults, int capacity) {
            super(rules, faults);
            codes = new int[capacity];
        }

        @Override
        void room(int needed) {
            if (needed > codes.length) {
                codes = Arrays.copyOf(codes, larger(codes.length, needed));
            }
            codes[needed - 1] = -1;
        }

        @Override
        void present(String text) {
            int code = rules().hasWords() ? rules().code(text) : met.computeIfAbsent(text, this::next);
            if (code < 0) {
                broken(Rule.SET, text, "");
                return;
            }
            codes[at()] = code;
            if (rules().isShaped()) {
                checkShape(text);
                codes[at()] = isMissing() ? -1 : code;
            }
        }

        private int next(String word) {
            dictionary.add(word);
            return dictionary.size() - 1;
        }

        @Override
        Column column(Missing gaps) {
            var words = rules().hasWords() ? rules().column().set() : dictionary;
            return CategoryColumn.of(rules().column().name(), words, Arrays.copyOf(codes, size()));
        }
    }
}
