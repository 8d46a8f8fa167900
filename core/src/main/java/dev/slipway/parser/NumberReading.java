package dev.slipway.parser;

import dev.slipway.profile.NumberText;
import java.math.BigDecimal;
import java.util.regex.Pattern;

/**
 * Numbers as people write them: {@code 1.234,50 €}. The answer is exact: decimal digits, times {@code scale}, plus
 * {@code offset}.
 *
 * @param decimal the sign before the fraction
 * @param grouping the sign between groups of three digits; empty for none. A blank stands for narrow and no-break blanks too
 * @param prefix may stand before the number; empty for none
 * @param suffix may stand behind the number; empty for none
 */
public record NumberReading(
        String decimal, String grouping, String prefix, String suffix, BigDecimal scale, BigDecimal offset)
        implements Reading {
    public static final NumberReading PLAIN = new NumberReading(".", "", "", "", BigDecimal.ONE, BigDecimal.ZERO);

    private static final int LONGEST = 400;
    private static final int LONGEST_PLAIN = 40;

    @Override
    public CellReader reader() {
        var pattern = pattern();
        return text -> read(text, pattern);
    }

    private Pattern pattern() {
        var group = switch (grouping) {
            case " " -> "[ \u00a0\u202f]";
            case "'" -> "['\u2019]";
            default -> Pattern.quote(grouping);
        };
        var whole = grouping.isEmpty() ? "[0-9]++" : "[0-9]{1,3}(?:%s[0-9]{3})++(?![0-9])|[0-9]++".formatted(group);
        return Pattern.compile("(?<whole>%s)?(?:%s(?<fraction>[0-9]++))?(?<exponent>[eE][-+]?[0-9]{1,3})?"
                .formatted(whole, Pattern.quote(decimal)));
    }

    private Read read(String text, Pattern pattern) {
        var bare = text.length() > LONGEST ? "" : bare(text);
        boolean negative = bare.startsWith("-") || bare.startsWith("\u2212");
        var digits = negative || bare.startsWith("+") ? without(bare.substring(1), prefix, true) : bare;
        var matcher = pattern.matcher(digits);
        if (!matcher.matches() || (matcher.group("whole") == null && matcher.group("fraction") == null)) {
            return new Read(text, "no number such as " + example());
        }
        var exponent = matcher.group("exponent");
        var fraction = matcher.group("fraction");
        var whole =
                matcher.group("whole") == null ? "0" : matcher.group("whole").replaceAll("[^0-9]", "");
        var written = new BigDecimal((negative ? "-" : "")
                + whole
                + (fraction == null ? "" : "." + fraction)
                + (exponent == null ? "" : exponent));
        var number = canonical(written.multiply(scale).add(offset));
        return exponent == null || NumberText.isNumber(number)
                ? Read.as(number)
                : new Read(text, "a number beyond 1.8e308");
    }

    private String bare(String text) {
        return without(without(text, suffix, false), prefix, true);
    }

    private static String without(String text, String affix, boolean before) {
        if (affix.isEmpty() || text.length() < affix.length()) {
            return text;
        }
        if (before) {
            return text.startsWith(affix) ? text.substring(affix.length()).strip() : text;
        }
        return text.endsWith(affix)
                ? text.substring(0, text.length() - affix.length()).strip()
                : text;
    }

    /** The fewest digits; with an exponent where there would be very many. */
    static String canonical(BigDecimal number) {
        var bare = number.signum() == 0 ? BigDecimal.ZERO : number.stripTrailingZeros();
        boolean plain = Math.abs(bare.scale()) <= LONGEST_PLAIN && bare.precision() - bare.scale() <= LONGEST_PLAIN;
        return plain ? bare.toPlainString() : bare.toString();
    }

    private String example() {
        return prefix + "1" + grouping + "234" + decimal + "5" + (suffix.isEmpty() ? "" : " " + suffix);
    }
}
