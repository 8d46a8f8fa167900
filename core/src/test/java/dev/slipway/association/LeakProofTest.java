package dev.slipway.association;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.table.Column;
import dev.slipway.table.ColumnType;
import dev.slipway.table.Table;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** How often honest columns are suspected, and leaks are not, when the data are drawn again. Prints the figures of docs/leaks.md. */
@Tag("proof")
class LeakProofTest {
    private static final int DRAWS = 10;
    private static final int ROWS = 3_000;

    private record Data(String name, Table table, Reading reading, String target, List<String> leaks) {
        static Data of(String name, Table table, String target, boolean classes, List<String> leaks) {
            var kinds = new HashMap<>(Sets.reading(table).kinds());
            if (classes) {
                kinds.put(target, ColumnType.CATEGORY);
            }
            return new Data(name, table, Reading.of(kinds), target, leaks);
        }

        List<LeakSuspect> suspects(Table some) {
            return Targets.of(
                            Features.of(Sets.sample(some), reading),
                            some.names().indexOf(target))
                    .suspects();
        }

        /** Rows drawn at random, none twice. */
        Table rows(Random random) {
            var order = new ArrayList<>(IntStream.range(0, table.rows()).boxed().toList());
            Collections.shuffle(order, random);
            return table.rows(order.stream()
                    .limit(Math.min(ROWS, table.rows() / 2))
                    .mapToInt(Integer::intValue)
                    .toArray());
        }

        /** The same rows with the target dealt out anew: nothing can say anything about it. */
        Table dealt(Random random) {
            var some = rows(random);
            var order = new ArrayList<>(IntStream.range(0, some.rows()).boxed().toList());
            Collections.shuffle(order, random);
            Column dealt = some.column(target)
                    .rows(order.stream().mapToInt(Integer::intValue).toArray());
            return some.with(dealt);
        }

        /** Half of the columns: honest ones that are strong stand more alone. */
        Table columns(Random random) {
            var names = new ArrayList<>(table.names());
            names.remove(target);
            Collections.shuffle(names, random);
            return rows(random).without(names.subList(0, names.size() / 2));
        }
    }

    private static Stream<Data> clean() {
        return Stream.concat(
                LeaksTest.clean()
                        .map(some -> Data.of(
                                some.file(),
                                Sets.read(some.file(), some.delimiter()),
                                some.target(),
                                some.classes(),
                                List.of())),
                Stream.of(Data.of("adult", Sets.adult("adult/adult.data.gz"), "income", true, List.of())));
    }

    private static Stream<Data> leaking() {
        return Stream.concat(
                LeaksTest.leaks()
                        .map(some -> Data.of(
                                some.file(),
                                Sets.read(some.file(), some.delimiter()),
                                some.target(),
                                some.classes(),
                                some.leaking())),
                Stream.of(
                        Data.of("flights", Sets.flights(), "ArrDelay", false, List.of("DepDelay")),
                        Data.of(
                                "flights before landing",
                                Sets.flights().without(Sets.AFTER_LANDING),
                                "ArrDelay",
                                false,
                                List.of("DepDelay")),
                        Data.of(
                                "late flights before landing",
                                Sets.late().without(Sets.AFTER_LANDING),
                                "late",
                                true,
                                List.of("DepDelay"))));
    }

    /** Of the draws, how many have a suspect; and which. */
    private static int alarms(String what, Data data, Function<Random, Table> draw) {
        int alarms = 0;
        var which = new TreeMap<String, Integer>();
        for (int seed = 0; seed < DRAWS; seed++) {
            var suspects = data.suspects(draw.apply(new Random(seed)));
            alarms += suspects.isEmpty() ? 0 : 1;
            suspects.forEach(some -> which.merge(some.reason() + " " + some.columns(), 1, Integer::sum));
        }
        System.out.printf("proof: %s, %s: %d of %d draws %s%n", data.name(), what, alarms, DRAWS, which);
        return alarms;
    }

    @Test
    void honest_columns_are_rarely_suspect_when_rows_are_drawn_again() {
        var data = clean().toList();
        int draws = DRAWS * data.size();

        int dealt = data.stream()
                .mapToInt(some -> alarms("target dealt", some, some::dealt))
                .sum();
        int rows =
                data.stream().mapToInt(some -> alarms("rows", some, some::rows)).sum();
        int columns = data.stream()
                .mapToInt(some -> alarms("half of the columns", some, some::columns))
                .sum();
        System.out.printf(
                "proof: false alarms of %d draws: target dealt %d, rows %d, half of the columns %d%n",
                draws, dealt, rows, columns);

        assertThat(dealt).isLessThanOrEqualTo(draws / 100);
        assertThat(rows).isLessThanOrEqualTo(draws / 50);
        assertThat(columns).isLessThanOrEqualTo(draws / 10);
    }

    @Test
    void leaks_are_mostly_caught_when_rows_are_drawn_again() {
        int caught = 0;
        int draws = 0;
        for (var data : leaking().toList()) {
            int here = 0;
            for (int seed = 0; seed < DRAWS; seed++) {
                var suspected = data.suspects(data.rows(new Random(seed))).stream()
                        .flatMap(some -> some.columns().stream())
                        .toList();
                here += suspected.containsAll(data.leaks()) ? 1 : 0;
            }
            System.out.printf("proof: %s, leaks caught in %d of %d draws%n", data.name(), here, DRAWS);
            caught += here;
            draws += DRAWS;
        }

        assertThat(caught).isGreaterThanOrEqualTo(draws * 4 / 5);
    }
}
