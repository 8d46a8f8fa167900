package dev.slipway.document;

import dev.slipway.problem.Printable;
import java.math.BigInteger;
import java.util.Locale;
import java.util.regex.Pattern;

/** A single value: text, a number, a boolean or nothing. */
public final class Scalar implements Node {
    /** What a single value can be. */
    public enum Kind {
        TEXT,
        WHOLE,
        NUMBER,
        BOOLEAN,
        NOTHING;

        // YAML 1.2.2, section 10.3.2 (core schema).
        private static final Pattern NULL = Pattern.compile("null|Null|NULL|~|");
        private static final Pattern BOOL = Pattern.compile("true|True|TRUE|false|False|FALSE");
        private static final Pattern INT = Pattern.compile("[-+]?[0-9]++|0o[0-7]++|0x[0-9a-fA-F]++");
        private static final Pattern FLOAT = Pattern.compile(
                "[-+]?(\\.[0-9]++|[0-9]++(\\.[0-9]*+)?)([eE][-+]?[0-9]++)?|[-+]?\\.(inf|Inf|INF)|\\.(nan|NaN|NAN)");

        /** What plain (unquoted) YAML text means. */
        static Kind ofPlain(String text) {
            if (NULL.matcher(text).matches()) {
                return NOTHING;
            }
            if (BOOL.matcher(text).matches()) {
                return BOOLEAN;
            }
            if (INT.matcher(text).matches()) {
                return WHOLE;
            }
            return FLOAT.matcher(text).matches() ? NUMBER : TEXT;
        }
    }

    /** More digits than any number needs; longer ones cost time that grows with their square. */
    private static final int LONGEST_NUMBER = 1_000;

    private final Place place;
    private final Problems problems;
    private final Kind kind;
    private final String written;

    Scalar(Place place, Problems problems, Kind kind, String written) {
        this.place = place;
        this.problems = problems;
        this.kind = kind;
        this.written = written;
    }

    public Kind kind() {
        return kind;
    }

    @Override
    public Place place() {
        return place;
    }

    @Override
    public Problems problems() {
        return problems;
    }

    @Override
    public String written() {
        return written;
    }

    @Override
    public String text() {
        if (kind == Kind.TEXT) {
            return written;
        }
        wanted("text", kind == Kind.NOTHING ? "write text here" : "put it in quotes: \"" + written + "\"");
        return "";
    }

    @Override
    public double number() {
        if (kind != Kind.WHOLE && kind != Kind.NUMBER) {
            return Node.super.number();
        }
        String lower = written.toLowerCase(Locale.ROOT);
        if (lower.endsWith("inf")) {
            return lower.startsWith("-") ? Double.NEGATIVE_INFINITY : Double.POSITIVE_INFINITY;
        }
        if (lower.endsWith("nan")) {
            return Double.NaN;
        }
        double value = written.length() > LONGEST_NUMBER
                ? Double.POSITIVE_INFINITY
                : kind == Kind.WHOLE ? integer().doubleValue() : Double.parseDouble(written);
        if (Double.isInfinite(value)) {
            wanted("a number below 1.8e308", "write a smaller number");
            return 0;
        }
        return value;
    }

    @Override
    public long whole() {
        if (kind != Kind.WHOLE) {
            return Node.super.whole();
        }
        if (written.length() > LONGEST_NUMBER || integer().bitLength() > 63) {
            wanted("a whole number within ±2^63", "write a smaller number");
            return 0;
        }
        return integer().longValue();
    }

    @Override
    public boolean bool() {
        return kind == Kind.BOOLEAN ? written.equalsIgnoreCase("true") : Node.super.bool();
    }

    @Override
    public String shown() {
        return switch (kind) {
            case TEXT -> "'" + Printable.of(written.length() > 100 ? written.substring(0, 100) + "…" : written) + "'";
            case NOTHING -> "nothing";
            case WHOLE, NUMBER, BOOLEAN -> written.length() > 100 ? written.substring(0, 100) + "…" : written;
        };
    }

    private BigInteger integer() {
        if (written.startsWith("0x")) {
            return new BigInteger(written.substring(2), 16);
        }
        if (written.startsWith("0o")) {
            return new BigInteger(written.substring(2), 8);
        }
        return new BigInteger(written);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Scalar scalar
                && kind == scalar.kind
                && content().equals(scalar.content());
    }

    @Override
    public int hashCode() {
        return content().hashCode();
    }

    /** Numbers are equal by value, not by spelling. */
    private Object content() {
        return switch (kind) {
            case TEXT -> written;
            case NOTHING -> "";
            case BOOLEAN -> bool();
            case WHOLE -> written.length() > LONGEST_NUMBER ? written : integer();
            case NUMBER ->
                written.contains(".") && written.toLowerCase(Locale.ROOT).matches("[-+]?\\.(inf|nan)")
                        ? written.toLowerCase(Locale.ROOT)
                        : Double.valueOf(written);
        };
    }

    @Override
    public String toString() {
        return written;
    }
}
