package dev.slipway.proof;

import dev.slipway.contract.Contract;
import dev.slipway.contract.DataRules;
import dev.slipway.contract.DataRules.Distributions;
import dev.slipway.contract.DataRules.Freshness;
import dev.slipway.contract.DataRules.Relation;
import dev.slipway.profile.NumberText;
import dev.slipway.profile.Profile;
import dev.slipway.profile.TimestampText;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Violations of the rules about the whole data set: its size, its age, how values are distributed and columns go together. Each is
 * proven beside the rules of columns alone, since rows that are repeated or arranged anew break others.
 */
record WholePlants(Contract contract, Sheet good) {
    private static final long MOST_ROWS = 20_000;
    private static final int ARRANGED = 60;
    /** So many that distributions can be told apart. */
    private static final int MANY_ROWS = 2_000;

    /** Whom the plants of the rule are shown to: the columns of the contract and this one rule. */
    Judge judge(Demand demand) {
        var judge = Judge.of(alone(demand));
        return switch (demand.rule()) {
            case FRESHNESS ->
                contract.rules().freshness().stream()
                        .findFirst()
                        .map(rule -> judge.at(Instant.EPOCH
                                .plus((long) day(rule), ChronoUnit.MICROS)
                                .plus(rule.within())
                                .plusSeconds(1)))
                        .orElse(judge);
            case DISTRIBUTION -> judge.against(Profile.of(cycled(MANY_ROWS).table()));
            default -> judge;
        };
    }

    private Contract alone(Demand demand) {
        var rules = contract.rules();
        var only = switch (demand.rule()) {
            case ROWS -> DataRules.NONE.withRows(rules.rows());
            case FRESHNESS ->
                rules.freshness().stream()
                        .findFirst()
                        .map(DataRules.NONE::withFreshness)
                        .orElse(DataRules.NONE);
            case DISTRIBUTION ->
                rules.distributions().stream()
                        .findFirst()
                        .map(DataRules.NONE::withDistributions)
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
            case DISTRIBUTION -> rules.distributions().stream().flatMap(this::constant);
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
        return Stream.of(new Plant(cycled((int) wanted), 0, "%d rows".formatted(wanted)));
    }

    private Sheet cycled(int rows) {
        return good.only(IntStream.range(0, rows).mapToObj(i -> i % good.size()).toList());
    }

    /** Every row is of one day; the judge's clock is a second too late for it. */
    private Plant old(Freshness rule) {
        return new Plant(
                constant(good, rule.column(), Optional.of(Values.time(day(rule)))),
                0,
                "every '%s' a second too old".formatted(rule.column()));
    }

    /** In microseconds, within the range of the column. */
    private double day(Freshness rule) {
        return contract.find(rule.column())
                .map(column ->
                        Math.min(column.range().max(), Math.max(column.range().min(), Values.THE_DAY)))
                .orElse(Values.THE_DAY);
    }

    /** One column has one value in every row. */
    private Stream<Plant> constant(Distributions rule) {
        var columns = rule.columns().isEmpty() ? good.names() : rule.columns();
        var many = cycled(MANY_ROWS);
        return columns.stream().map(column -> {
            var value = good.at(0, column);
            return new Plant(
                    constant(many, column, value), 0, "%s=%s in every row".formatted(column, value.orElse("")));
        });
    }

    private static Sheet constant(Sheet sheet, String column, Optional<String> value) {
        int place = sheet.names().indexOf(column);
        var rows = new ArrayList<List<Optional<String>>>();
        for (var row : sheet.rows()) {
            var cells = new ArrayList<>(row);
            cells.set(place, value);
            rows.add(cells);
        }
        return new Sheet(sheet.names(), rows);
    }

    /** The same values of the second column, dealt out anew: against the first, along with it, and by chance. */
    private Stream<Plant> arranged(Relation relation) {
        var byFirst = order(relation.x());
        var along = order(relation.y());
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

    private List<Integer> order(String column) {
        return IntStream.range(0, good.size())
                .boxed()
                .sorted(Comparator.comparingDouble(row -> number(column, row)))
                .toList();
    }

    private Plant dealt(Relation relation, List<Integer> places, List<Integer> values, String how) {
        var sheet = good;
        for (int i = 0; i < places.size(); i++) {
            sheet = sheet.with(places.get(i), relation.y(), good.at(values.get(i), relation.y()));
        }
        return new Plant(sheet, 0, "'%s' %s '%s'".formatted(relation.y(), how, relation.x()));
    }

    private double number(String column, int row) {
        String text = good.at(row, column).orElse("");
        double number = NumberText.number(text);
        long micros = TimestampText.micros(text);
        return !Double.isNaN(number) ? number : micros == TimestampText.NONE ? text.hashCode() : micros;
    }
}
