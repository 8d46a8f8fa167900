package dev.slipway.expression;

import dev.slipway.table.BooleanColumn;
import dev.slipway.table.CategoryColumn;
import dev.slipway.table.Column;
import dev.slipway.table.IntegerColumn;
import dev.slipway.table.Missing;
import dev.slipway.table.NumberColumn;
import dev.slipway.table.TextColumn;
import dev.slipway.table.TimestampColumn;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;

/** One value a row, in the array of its type: numbers, whole numbers (also booleans and instants) or text. */
final class Values {
    private static final double EXACT = 0x1p53;

    final Type type;
    final boolean[] missing;
    final double[] numbers;
    final long[] wholes;
    final String[] texts;

    /** All rows missing until they are set. */
    Values(Type type, int size) {
        this.type = type;
        missing = new boolean[size];
        Arrays.fill(missing, true);
        boolean number = type == Type.NUMBER;
        boolean text = type == Type.TEXT;
        numbers = new double[number ? size : 0];
        texts = new String[text ? size : 0];
        Arrays.fill(texts, "");
        wholes = new long[number || text ? 0 : size];
    }

    int size() {
        return missing.length;
    }

    static Values of(Formula.Constant constant, int size) {
        var values = new Values(constant.type(), size);
        if (constant.type() != Type.NOTHING) {
            Arrays.fill(values.missing, false);
            Arrays.fill(values.numbers, constant.number());
            Arrays.fill(values.wholes, constant.whole());
            Arrays.fill(values.texts, constant.text());
        }
        return values;
    }

    /** A NaN in a column counts as missing. */
    static Values of(Column column) {
        var values = new Values(Type.of(column.type()), column.size());
        for (int row = 0; row < column.size(); row++) {
            if (!column.isMissing(row)) {
                values.read(column, row);
            }
        }
        return values;
    }

    private void read(Column column, int row) {
        if (column instanceof NumberColumn numberColumn) {
            set(row, numberColumn.at(row), !Double.isNaN(numberColumn.at(row)));
        } else if (column instanceof IntegerColumn integers) {
            set(row, integers.at(row));
        } else if (column instanceof BooleanColumn booleans) {
            set(row, booleans.at(row));
        } else if (column instanceof TimestampColumn timestamps) {
            set(row, timestamps.at(row));
        } else if (column instanceof CategoryColumn categories) {
            set(row, categories.at(row));
        } else if (column instanceof TextColumn words) {
            set(row, words.at(row));
        }
    }

    /** What is not finite is missing. */
    void set(int row, double value) {
        set(row, value, Double.isFinite(value));
    }

    private void set(int row, double value, boolean present) {
        numbers[row] = present ? value : 0;
        missing[row] = !present;
    }

    void set(int row, long value) {
        wholes[row] = value;
        missing[row] = false;
    }

    void set(int row, boolean value) {
        set(row, value ? 1L : 0L);
    }

    void set(int row, String value) {
        texts[row] = value;
        missing[row] = false;
    }

    /** Takes the value of the same row of other values, whose type this type can hold. */
    void copy(int row, Values from) {
        if (from.missing[row]) {
            missing[row] = true;
        } else if (type == Type.NUMBER) {
            set(row, from.number(row), true);
        } else if (type == Type.TEXT) {
            set(row, from.texts[row]);
        } else {
            set(row, from.wholes[row]);
        }
    }

    double number(int row) {
        return type == Type.NUMBER ? numbers[row] : wholes[row];
    }

    boolean isTrue(int row) {
        return !missing[row] && wholes[row] == 1;
    }

    boolean isFalse(int row) {
        return !missing[row] && wholes[row] == 0;
    }

    /** Order of two present values; a whole number and a number are compared exactly. */
    int compare(int row, Values other) {
        if (type == Type.TEXT) {
            return texts[row].compareTo(other.texts[row]);
        }
        if (type != Type.NUMBER && other.type != Type.NUMBER) {
            return Long.compare(wholes[row], other.wholes[row]);
        }
        double left = number(row);
        double right = other.number(row);
        boolean exact =
                type == other.type || Math.abs(left) < EXACT || Double.isInfinite(left) || Double.isInfinite(right);
        return exact ? (left < right ? -1 : left > right ? 1 : 0) : decimal(row).compareTo(other.decimal(row));
    }

    private BigDecimal decimal(int row) {
        return type == Type.NUMBER ? new BigDecimal(numbers[row]) : BigDecimal.valueOf(wholes[row]);
    }

    /** Constant text beside timestamps becomes a timestamp; typing has seen that it can. */
    Values asMoments() {
        if (type != Type.TEXT) {
            return this;
        }
        var moments = new Values(Type.TIMESTAMP, size());
        if (size() > 0 && !missing[0]) {
            Moment.micros(texts[0]).ifPresent(micros -> {
                Arrays.fill(moments.wholes, micros);
                Arrays.fill(moments.missing, false);
            });
        }
        return moments;
    }

    String text(int row) {
        return switch (type) {
            case NUMBER -> Double.toString(numbers[row]);
            case INTEGER -> Long.toString(wholes[row]);
            case BOOLEAN -> Boolean.toString(wholes[row] == 1);
            case TIMESTAMP -> Instant.EPOCH.plus(wholes[row], ChronoUnit.MICROS).toString();
            case TEXT -> texts[row];
            case NOTHING -> "";
        };
    }

    Column column(String name) {
        Missing absent = Missing.where(size(), row -> missing[row]);
        return switch (type) {
            case NUMBER -> NumberColumn.of(name, absent, numbers);
            case INTEGER -> IntegerColumn.of(name, absent, wholes);
            case TIMESTAMP -> TimestampColumn.of(name, absent, wholes);
            case TEXT -> TextColumn.of(name, absent, texts);
            case BOOLEAN -> {
                boolean[] truths = new boolean[size()];
                for (int row = 0; row < truths.length; row++) {
                    truths[row] = isTrue(row);
                }
                yield BooleanColumn.of(name, absent, truths);
            }
            case NOTHING -> {
                String[] none = new String[size()];
                Arrays.fill(none, "");
                yield TextColumn.of(name, absent, none);
            }
        };
    }
}
