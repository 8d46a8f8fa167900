package dev.slipway.proof;

import dev.slipway.contract.Contract;
import dev.slipway.contract.DataRules.CompositeKey;
import dev.slipway.contract.DataRules.Condition;
import dev.slipway.contract.DataRules.Dependency;
import dev.slipway.contract.Finding;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Violations of the rules about rows: conditions, keys of several columns, dependencies, rows that come twice. */
record RowPlants(Contract contract, Pools pools, Sheet good) {
    private static final int DRAWN = 500;
    private static final int ROUNDS = 20;

    /** The plainest first; none where none was found. */
    Stream<Plant> of(Demand demand) {
        var rules = contract.rules();
        return switch (demand.rule()) {
            case COLUMN ->
                Stream.of(new Plant(good.plusColumn(Plant.EXTRA, "x"), 0, "a column '%s'".formatted(Plant.EXTRA)));
            case CONDITION ->
                rules.conditions().stream()
                        .filter(condition -> condition.name().equals(demand.name()))
                        .flatMap(this::broken);
            case UNIQUE ->
                rules.unique().stream()
                        .filter(key -> key.name().equals(demand.name()))
                        .flatMap(this::repeated);
            case DUPLICATE ->
                IntStream.range(1, good.size())
                        .mapToObj(row -> new Plant(
                                copied(row, good.names()), row + 1L, "the whole row %d again".formatted(row)));
            case DEPENDENCY ->
                rules.dependencies().stream()
                        .filter(rule -> rule.name().equals(demand.name()))
                        .flatMap(this::unlike);
            default -> Stream.empty();
        };
    }

    /** The row with the values of the row before it in these columns. */
    private Sheet copied(int row, List<String> columns) {
        var changed = good;
        for (String column : columns) {
            changed = changed.with(row, column, good.at(row - 1, column));
        }
        return changed;
    }

    private Stream<Plant> repeated(CompositeKey key) {
        return IntStream.range(1, good.size())
                .filter(row -> key.columns().stream()
                        .allMatch(column -> good.at(row - 1, column).isPresent()))
                .mapToObj(row ->
                        new Plant(copied(row, key.columns()), row + 1L, "the values of row %d again".formatted(row)));
    }

    /** Rows whose cells are good one by one; the columns of the condition are drawn until it is false. */
    private Stream<Plant> broken(Condition condition) {
        var random = new SplittableRandom(4);
        return Stream.generate(() -> drawn(condition, random)).limit(ROUNDS).flatMap(List::stream);
    }

    private List<Plant> drawn(Condition condition, SplittableRandom random) {
        var columns = condition.expression().columns();
        var all = CellPlants.rows(good).boxed().toList();
        var candidates = new ArrayList<List<Optional<String>>>();
        for (int i = 0; i < DRAWN; i++) {
            var cells = new ArrayList<>(good.rows().get(all.get(i % all.size())));
            columns.forEach(column -> cells.set(good.names().indexOf(column), pools.draw(column, random)));
            contract.rules().dependencies().forEach(rule -> together(cells, rule));
            candidates.add(List.copyOf(cells));
        }
        var examined = contract.examine(new Sheet(good.names(), candidates).table());
        var named = examined.findings().stream().collect(Collectors.groupingBy(Finding::record));
        return IntStream.range(0, DRAWN)
                .filter(i -> named.getOrDefault(i + 1L, List.of()).stream()
                        .map(Finding::name)
                        .toList()
                        .equals(List.of(condition.name())))
                .limit(20)
                .mapToObj(i -> {
                    int row = all.get(i % all.size());
                    var rows = new ArrayList<>(good.rows());
                    rows.set(row, candidates.get(i));
                    var sheet = new Sheet(good.names(), rows);
                    return new Plant(sheet, row + 1L, values(sheet, row, columns));
                })
                .toList();
    }

    /** What goes with what is said, so it need not be hit by chance. */
    private void together(List<Optional<String>> cells, Dependency rule) {
        cells.get(good.names().indexOf(rule.from()))
                .flatMap(value -> Pools.other(rule, value))
                .ifPresent(value -> cells.set(good.names().indexOf(rule.to()), Optional.of(value)));
    }

    private static String values(Sheet sheet, int row, List<String> columns) {
        return columns.stream()
                .map(column -> column + "=" + sheet.at(row, column).orElse(""))
                .reduce((left, right) -> left + ", " + right)
                .orElse("");
    }

    /** One row goes with another value; where the data say which is right, two rows before it say the first. */
    private Stream<Plant> unlike(Dependency rule) {
        return IntStream.range(2, good.size()).boxed().flatMap(row -> {
            var from = good.at(row, rule.from());
            var to = good.at(row, rule.to());
            var agreed = rule.map().isEmpty()
                    ? good.with(row - 1, rule.from(), from)
                            .with(row - 1, rule.to(), to)
                            .with(row - 2, rule.from(), from)
                            .with(row - 2, rule.to(), to)
                    : good;
            return pools.of(rule.to()).stream()
                    .filter(other -> to.filter(value -> !value.equals(other)).isPresent())
                    .limit(5)
                    .map(other -> new Plant(
                            agreed.with(row, rule.to(), Optional.of(other)),
                            row + 1L,
                            "%s='%s' with %s='%s'".formatted(rule.from(), from.orElse(""), rule.to(), other)));
        });
    }
}
