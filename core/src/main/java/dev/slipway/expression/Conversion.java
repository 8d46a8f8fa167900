package dev.slipway.expression;

import java.util.regex.Pattern;

/** CAST: what cannot be read as the wanted type is missing. */
final class Conversion {
    // Double.parseDouble alone would take "1d", "0x1p3" and "NaN".
    private static final Pattern NUMBER = Pattern.compile("[-+]?([0-9]++(\\.[0-9]*+)?|\\.[0-9]++)([eE][-+]?[0-9]++)?");
    private static final Pattern INTEGER = Pattern.compile("[-+]?[0-9]{1,19}+");
    private static final int LONGEST_NUMBER = 1_000;

    private Conversion() {}

    static Values of(Operation operation, Values from) {
        Type type = switch (operation) {
            case CAST_NUMBER -> Type.NUMBER;
            case CAST_INTEGER -> Type.INTEGER;
            case CAST_BOOLEAN -> Type.BOOLEAN;
            case CAST_TIMESTAMP -> Type.TIMESTAMP;
            default -> Type.TEXT;
        };
        var result = new Values(type, from.size());
        for (int row = 0; row < from.size(); row++) {
            if (!from.missing[row]) {
                convert(from, row, result);
            }
        }
        return result;
    }

    private static void convert(Values from, int row, Values result) {
        switch (result.type) {
            case NUMBER -> result.set(row, from.type == Type.TEXT ? number(from.texts[row]) : from.number(row));
            case INTEGER -> integer(from, row, result);
            case BOOLEAN -> bool(from, row, result);
            case TIMESTAMP -> moment(from, row, result);
            default -> result.set(row, from.text(row));
        }
    }

    private static double number(String text) {
        boolean number = text.length() <= LONGEST_NUMBER && NUMBER.matcher(text).matches();
        return number ? Double.parseDouble(text) : Double.NaN;
    }

    /** A number is rounded half away from zero, as ROUND does. */
    private static void integer(Values from, int row, Values result) {
        if (from.type == Type.TEXT) {
            String text = from.texts[row];
            try {
                if (INTEGER.matcher(text).matches()) {
                    result.set(row, Long.parseLong(text));
                }
            } catch (NumberFormatException beyondLong) {
                result.missing[row] = true;
            }
        } else if (from.type == Type.NUMBER) {
            double rounded = Math.signum(from.numbers[row]) * Math.floor(Math.abs(from.numbers[row]) + 0.5);
            double value = Math.abs(from.numbers[row]) < 0x1p52 ? rounded : from.numbers[row];
            if (value >= -0x1p63 && value < 0x1p63) {
                result.set(row, (long) value);
            }
        } else {
            result.set(row, from.wholes[row]);
        }
    }

    private static void moment(Values from, int row, Values result) {
        if (from.type == Type.TEXT) {
            Moment.micros(from.texts[row]).ifPresent(micros -> result.set(row, micros));
        } else {
            result.set(row, from.wholes[row]);
        }
    }

    private static void bool(Values from, int row, Values result) {
        if (from.type == Type.TEXT) {
            boolean yes = from.texts[row].equalsIgnoreCase("true");
            if (yes || from.texts[row].equalsIgnoreCase("false")) {
                result.set(row, yes);
            }
        } else {
            result.set(row, from.number(row) != 0);
        }
    }
}
