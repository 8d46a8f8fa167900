package dev.slipway.proof;

import dev.slipway.contract.Contract;
import dev.slipway.contract.ContractColumn;
import dev.slipway.contract.Extra;
import dev.slipway.contract.Range;
import dev.slipway.document.Json;
import dev.slipway.table.ColumnType;
import dev.slipway.table.Table;
import dev.slipway.table.TextColumn;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/** Values that a column may have, drawn from its rules: the ends of its range, and some in between. */
final class Values {
    private static final int MANY = 60;
    /** Characters of a word where nothing is asked. */
    private static final int USUAL = 6;
    /** Longer texts are not drawn. */
    private static final int LONG = 10_000;

    private static final double EXACT = 1e15;
    private static final double MICROS_A_DAY = 86_400e6;
    /** 2024-01-01T00:00:00Z. */
    static final double THE_DAY = 1_704_067_200e6;

    private final ContractColumn column;
    private final SplittableRandom random;

    private Values(ContractColumn column, SplittableRandom random) {
        this.column = column;
        this.random = random;
    }

    /**
     * Texts that are good values of the column by themselves; none where its rules contradict each other.
     *
     * @param hints texts that other rules name: tried too, and first
     */
    static List<String> good(ContractColumn column, Set<String> hints, SplittableRandom random) {
        var texts = new LinkedHashSet<>(hints);
        texts.addAll(new Values(column, random).candidates());
        texts.removeAll(column.nullTokens());
        return allowed(column, texts);
    }

    /** Those of the texts that the rules of the column allow, whatever stands in other rows and columns. */
    static List<String> allowed(ContractColumn column, Set<String> texts) {
        if (texts.isEmpty()) {
            return List.of();
        }
        var alone = new Contract(
                "one", Extra.IGNORE, List.of(column.withUnique(false).withMissing(0)));
        var words = texts.toArray(String[]::new);
        var good = alone.examine(Table.of(TextColumn.of(column.name(), words))).goodRows();
        return IntStream.of(good).mapToObj(row -> words[row]).toList();
    }

    private Set<String> candidates() {
        var texts = new LinkedHashSet<String>(column.set());
        if (!texts.isEmpty()) {
            return texts;
        }
        switch (column.type()) {
            case BOOLEAN -> texts.addAll(List.of("true", "false"));
            case INTEGER -> numbers(0, 100).forEach(value -> texts.add(whole(value)));
            case NUMBER -> numbers(0, 100).forEach(value -> texts.add(number(value)));
            case TIMESTAMP -> numbers(THE_DAY, MICROS_A_DAY).forEach(value -> texts.add(time(value)));
            case CATEGORY, TEXT -> words(texts);
            case VECTOR -> throw column.type().notOfData();
        }
        return texts;
    }

    private void words(Set<String> texts) {
        if (!column.pattern().isEmpty()) {
            for (int i = 0; i < 10 * MANY && texts.size() < MANY; i++) {
                texts.add(Matching.draw(column.pattern(), random));
            }
            return;
        }
        int length =
                Math.max(column.length().min(), Math.min(USUAL, column.length().max()));
        for (int i = 1; i <= MANY; i++) {
            String tail = Integer.toString(i);
            texts.add(
                    tail.length() >= length
                            ? tail.substring(0, length)
                            : "w".repeat(Math.min(length, LONG) - tail.length()) + tail);
        }
    }

    /** Within the range; where it is open, from a usual value on. */
    private List<Double> numbers(double usual, double step) {
        var range = column.range();
        double low = Double.isFinite(range.min())
                ? range.min()
                : Double.isFinite(range.max()) ? range.max() - MANY * step : usual;
        double high = Double.isFinite(range.max()) ? range.max() : low + MANY * step;
        var values = new LinkedHashSet<>(List.of(low, high));
        for (int i = 0; i < 2 * MANY; i++) {
            double between = low + (high - low) * random.nextDouble();
            values.add(column.type() == ColumnType.NUMBER ? hundredth(between, range) : Math.rint(between));
        }
        return List.copyOf(values);
    }

    private static double hundredth(double value, Range range) {
        double rounded = Math.rint(value * 100) / 100;
        return range.contains(rounded) ? rounded : value;
    }

    static String number(double value) {
        return value == Math.rint(value) && Math.abs(value) < EXACT ? Long.toString((long) value) : Json.number(value);
    }

    static String whole(double value) {
        return Long.toString((long) Math.rint(value));
    }

    static String time(double micros) {
        return Instant.EPOCH.plus((long) micros, ChronoUnit.MICROS).toString();
    }
}
