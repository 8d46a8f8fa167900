package dev.slipway.analysis;

import dev.slipway.analysis.ClusterPortrait.Trait;
import dev.slipway.statistic.Counts;
import dev.slipway.statistic.Moments;
import dev.slipway.table.Column;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.TreeSet;

/**
 * One column in some rows against the same in the others.
 *
 * @param middle of the first: empty where nothing is present
 * @param trait how they differ; none where they do not, or one side is empty
 */
record ColumnContrast(String middle, Optional<Trait> trait) {
    /** More words than this are names of their own, and set nothing apart. */
    private static final int MOST_WORDS = 1_000;

    private static final MathContext DIGITS = new MathContext(4);

    static ColumnContrast ofNumbers(Column column, int[] inside, int[] outside) {
        var own = moments(column, inside);
        var others = moments(column, outside);
        double deviation = own.merge(others).populationDeviation();
        if (own.count() == 0) {
            return new ColumnContrast("", Optional.empty());
        }
        double apart = own.mean() - others.mean();
        if (others.count() == 0 || !(deviation > 0) || apart == 0) {
            return new ColumnContrast(number(own.mean()), Optional.empty());
        }
        double strength = Math.abs(apart) / deviation;
        var sentence = String.format(
                Locale.ROOT,
                "%s is %s on average, %s in the other rows (%.1f standard deviations %s)",
                column.name(),
                number(own.mean()),
                number(others.mean()),
                strength,
                apart > 0 ? "more" : "less");
        return new ColumnContrast(number(own.mean()), Optional.of(new Trait(column.name(), strength, sentence)));
    }

    private static Moments moments(Column column, int[] rows) {
        return Moments.of(Arrays.stream(rows)
                .filter(row -> !column.isMissing(row))
                .mapToDouble(column::number)
                .toArray());
    }

    static ColumnContrast ofWords(Column column, int[] inside, int[] outside) {
        var own = counts(column, inside);
        var others = counts(column, outside);
        var words = new TreeSet<>(own.byValue().keySet());
        words.addAll(others.byValue().keySet());
        Optional<Trait> strongest = Optional.empty();
        if (own.total() > 0 && others.total() > 0 && words.size() <= MOST_WORDS) {
            for (var word : words) {
                var trait = trait(column.name(), word, own, others);
                if (strongest.isEmpty() || trait.strength() > strongest.get().strength()) {
                    strongest = Optional.of(trait);
                }
            }
        }
        return new ColumnContrast(own.mostFrequent().orElse(""), strongest.filter(trait -> trait.strength() > 0));
    }

    private static Counts<String> counts(Column column, int[] rows) {
        return Counts.of(Arrays.stream(rows)
                .filter(row -> !column.isMissing(row))
                .mapToObj(column::text)
                .toArray(String[]::new));
    }

    private static Trait trait(String column, String word, Counts<String> own, Counts<String> others) {
        double here = share(word, own);
        double there = share(word, others);
        double both = (here * own.total() + there * others.total()) / (own.total() + others.total());
        double deviation = Math.sqrt(both * (1 - both));
        double strength = deviation > 0 ? Math.abs(here - there) / deviation : 0;
        var sentence = String.format(
                Locale.ROOT,
                "%s is '%s' in %.0f %% of its rows, in %.0f %% of the others",
                column,
                word,
                100 * here,
                100 * there);
        return new Trait(column, strength, sentence);
    }

    private static double share(String word, Counts<String> counts) {
        return (double) counts.byValue().getOrDefault(word, 0L) / counts.total();
    }

    static String number(double value) {
        return Double.isFinite(value)
                ? new BigDecimal(value).round(DIGITS).stripTrailingZeros().toPlainString()
                : Double.toString(value);
    }
}
