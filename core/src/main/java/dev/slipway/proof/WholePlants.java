package dev.slipway.proof;

import dev.slipway.contract.Contract;
import dev.slipway.contract.DataRules;
import dev.slipway.contract.DataRules.Freshness;
import dev.slipway.contract.DataRules.Relation;
import dev.slipway.profile.NumberText;
import dev.slipway.profile.TimestampText;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Violations of the rules about the whole data set: its size, its age, how columns go together. Each is proven beside the rules
 * of columns alone, since rows that are repeated or arranged anew break others.
 */
record WholePlants(Contract contract, Sheet good) {
    private static final long MOST_ROWS = 20_000;
    private static final int ARRANGED = 60;

    /** The columns of the contract and this one rule. */
    static Contract alone(Contract contract, Demand demand) {
        var rules = contract.rules();
        var only = switch (demand.rule()) {
            case ROWS -> DataRules.NONE.withRows(rules.rows());
            case FRESHNESS ->
                rules.freshness().stream()
                        .findFirst()
                        .map(DataRules.NONE::withFreshness)
                        .orElse(DataRules.NONE);
            default ->
                DataRules.NONE.withRelations(rules.relations().stream()
                        .filter(relation -> relation.name().equals(demand.name()))
                        .toList());
        };
        var columns = contract.columns().stream()
                .map(column -> column.withUnique(false))
                .toList();
        return new Contract(contract.name(), contract.owner(), contract.extra(), columns, only);
    }

    /** None where none can be made. */
    Stream<Plant> of(Demand demand) {
        var rules = contract.rules();
        return switch (demand.rule()) {
            case ROWS ->
                rows(demand.low() ? rules.rows().min() - 1 : rules.rows().max() + 1);
            case FRESHNESS -> rules.freshness().stream().map(this::old);
            case RELATION ->
                rules.relations().stream()
                        .filter(relation -> relation.name().equals(demand.name()))
                        .flatMap(this::arranged);
            default -> Stream.empty();
        };
    }

    private Stream<Plant> rows(long wanted) {
        if (wanted < 1 || wanted > MOST_ROWS) {
            return Stream.empty();
        }
        var rows =
                IntStream.range(0, (int) wanted).mapToObj(i -> i % good.size()).toList();
        return Stream.of(new Plant(good.only(rows), 0, "%d rows".formatted(wanted)));
    }

    /** Every row as old as the oldest that the column allows. */
    private Plant old(Freshness rule) {
        double least = contract.find(rule.column())
                .map(column -> column.range().min())
                .filter(Double::isFinite)
                .orElse(0.0);
        var sheet = good;
        for (int row = 0; row < good.size(); row++) {
            sheet = sheet.with(row, rule.column(), Optional.of(Values.time(least)));
        }
        return new Plant(sheet, 0, "%s=%s in every row".formatted(rule.column(), Values.time(least)));
    }

    /** The same values of the second column, dealt out anew: along with the first, against it, and by chance. */
    private Stream<Plant> arranged(Relation relation) {
        var byFirst = IntStream.range(0, good.size())
                .boxed()
                .sorted(Comparator.comparingDouble(row -> number(relation.x(), row)))
                .toList();
        var along = IntStream.range(0, good.size())
                .boxed()
                .sorted(Comparator.comparingDouble(row -> number(relation.y(), row)))
                .toList();
        var against = new ArrayList<>(along);
        Collections.reverse(against);
        var random = new Random(5);
        return Stream.concat(
                Stream.of(dealt(relation, byFirst, against, "against"), dealt(relation, byFirst, along, "along with")),
                IntStream.range(0, ARRANGED).mapToObj(i -> {
                    var mixed = new ArrayList<>(along);
                    Collections.shuffle(mixed, random);
                    return dealt(relation, byFirst, mixed, "dealt out by chance over");
                }));
    }

    private Plant dealt(Relation relation, List<Integer> places, List<Integer> values, String how) {
        var sheet = good;
        for (int i = 0; i < places.size(); i++) {
            sheet = sheet.with(places.get(i), relation.y(), good.at(values.get(i), relation.y()));
        }
        return new Plant(sheet, 0, "%s %s %s".formatted(relation.y(), how, relation.x()));
    }

    private double number(String column, int row) {
        String text = good.at(row, column).orElse("");
        double number = NumberText.number(text);
        long micros = TimestampText.micros(text);
        return !Double.isNaN(number) ? number : micros == TimestampText.NONE ? text.hashCode() : micros;
    }
}
