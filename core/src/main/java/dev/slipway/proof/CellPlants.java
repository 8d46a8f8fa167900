package dev.slipway.proof;

import dev.slipway.contract.ContractColumn;
import dev.slipway.profile.NumberText;
import dev.slipway.table.ColumnType;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/** Violations of the rules of one column. */
record CellPlants(ContractColumn column, List<String> pool, Sheet good) {
    private static final int LONGEST = 1_000_000;

    /** The plainest first; none where no value can break the rule. */
    Stream<Plant> of(Demand demand) {
        return switch (demand.rule()) {
            case COLUMN -> Stream.of(new Plant(good.withoutColumn(column.name()), 0, "the column left out"));
            case MISSING -> missing();
            case UNIQUE -> repeated();
            case TYPE -> cells(List.of("x", "no value of its type", "2024-02-30", "1.5", "1,5"));
            case RANGE -> cells(outside(demand.low()));
            case SET -> cells(column.type().textual() ? otherWords() : otherNumbers());
            case PATTERN ->
                cells(pool.stream()
                        .limit(10)
                        .flatMap(text -> Matching.spoiled(text).stream())
                        .distinct()
                        .toList());
            case LENGTH -> cells(ofWrongLength(demand.low()));
            default -> Stream.empty();
        };
    }

    /** Each value in one row after the other. */
    private Stream<Plant> cells(List<String> texts) {
        Set<String> tokens = new LinkedHashSet<>(column.nullTokens());
        return texts.stream()
                .filter(text -> !tokens.contains(text))
                .flatMap(text -> rows(good)
                        .limit(5)
                        .mapToObj(row -> new Plant(
                                good.with(row, column.name(), Optional.of(text)),
                                row + 1L,
                                "'%s'".formatted(shown(text)))));
    }

    private static String shown(String text) {
        return text.length() <= 40 ? text : text.substring(0, 40) + "…";
    }

    /** From the middle on, where a rule that only looks at the first or the last row would be caught. */
    static IntStream rows(Sheet good) {
        int middle = good.size() / 2;
        return IntStream.range(0, good.size()).map(row -> (middle + row) % good.size());
    }

    private Stream<Plant> missing() {
        if (column.missing() == 0) {
            return rows(good)
                    .mapToObj(row -> new Plant(good.with(row, column.name(), Optional.empty()), row + 1L, "no value"));
        }
        int enough = (int) (column.missing() * good.size()) + 1;
        var emptied = good;
        for (int row = 0; row < Math.min(enough, good.size()); row++) {
            emptied = emptied.with(row, column.name(), Optional.empty());
        }
        return Stream.of(new Plant(emptied, 0, "no value in %d of %d rows".formatted(enough, good.size())));
    }

    private Stream<Plant> repeated() {
        return IntStream.range(1, good.size())
                .filter(row -> good.at(row - 1, column.name()).isPresent())
                .mapToObj(row -> new Plant(
                        good.with(row, column.name(), good.at(row - 1, column.name())),
                        row + 1L,
                        "the value of row %d again".formatted(row)));
    }

    private List<String> outside(boolean low) {
        double end = low ? column.range().min() : column.range().max();
        double beyond = low ? Math.nextDown(end) : Math.nextUp(end);
        double step = low ? -1 : 1;
        return switch (column.type()) {
            case INTEGER -> wholeOutside(low, end);
            case NUMBER ->
                DoubleStream.of(end + step, beyond, end + step * 1_000)
                        .filter(value -> Double.isFinite(value) && (low ? value < end : value > end))
                        .mapToObj(Values::number)
                        .toList();
            case TIMESTAMP -> List.of(Values.time(end + step * 1e6), Values.time(end + step * 86_400e6));
            case BOOLEAN, CATEGORY, TEXT -> List.of();
            case VECTOR -> throw column.type().notOfData();
        };
    }

    private static List<String> wholeOutside(boolean low, double end) {
        long inside = (long) (low ? Math.ceil(end) : Math.floor(end));
        long step = low ? -1 : 1;
        return LongStream.of(inside + step, inside + 1_000 * step, (long) (low ? Math.nextDown(end) : Math.nextUp(end)))
                .filter(value -> low ? value < end : value > end)
                .mapToObj(Long::toString)
                .toList();
    }

    private List<String> otherWords() {
        var texts = new ArrayList<String>();
        column.set().forEach(word -> texts.add(word + "x"));
        texts.add("not one of them");
        if (!column.pattern().isEmpty()) {
            var random = new SplittableRandom(3);
            IntStream.range(0, 20).forEach(i -> texts.add(Matching.draw(column.pattern(), random)));
        }
        texts.removeAll(column.set());
        return texts;
    }

    private List<String> otherNumbers() {
        var numbers = column.set().stream().map(NumberText::number).toList();
        var texts = new LinkedHashSet<String>();
        for (double number : numbers) {
            var others = column.type() == ColumnType.INTEGER
                    ? List.of(number + 1, number - 1)
                    : List.of(number + 1, number - 1, number + 0.5, Math.nextUp(number), Math.nextDown(number));
            others.stream()
                    .filter(other -> !numbers.contains(other))
                    .map(Values::number)
                    .forEach(texts::add);
        }
        return List.copyOf(texts);
    }

    private List<String> ofWrongLength(boolean low) {
        int wanted = low ? column.length().min() - 1 : column.length().max() + 1;
        if (wanted > LONGEST) {
            return List.of();
        }
        var texts = new ArrayList<String>();
        pool.stream().limit(5).forEach(text -> texts.add(sized(text, wanted)));
        texts.add("w".repeat(wanted));
        return texts;
    }

    /** The text cut, or its last character repeated: so it may still match what it has to. */
    private static String sized(String text, int length) {
        if (text.length() >= length || text.isEmpty()) {
            return text.substring(0, Math.min(length, text.length()));
        }
        return text + text.substring(text.length() - 1).repeat(length - text.length());
    }
}
