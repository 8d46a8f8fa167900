package dev.slipway.association;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.association.LeakSuspect.Reason;
import dev.slipway.table.ColumnType;
import dev.slipway.table.NumberColumn;
import dev.slipway.table.Table;
import dev.slipway.table.TextColumn;
import java.util.HashMap;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class LeaksTest {
    private static List<LeakSuspect> suspects(Table table, String target, boolean classes) {
        var reading = Sets.reading(table);
        var kinds = new HashMap<>(reading.kinds());
        if (classes) {
            kinds.put(target, ColumnType.CATEGORY);
        }
        return Targets.of(
                        Features.of(Sets.sample(table), Reading.of(kinds)),
                        table.names().indexOf(target))
                .suspects();
    }

    private static List<String> columns(List<LeakSuspect> suspects) {
        return suspects.stream()
                .flatMap(some -> some.columns().stream())
                .distinct()
                .sorted()
                .toList();
    }

    /** Three honest columns that know something of each other and of the outcome. */
    private static Table patients(Random random, boolean leak) {
        int rows = 2_000;
        double[] age = new double[rows];
        double[] weight = new double[rows];
        double[] pressure = new double[rows];
        double[] stay = new double[rows];
        var ill = new String[rows];
        for (int row = 0; row < rows; row++) {
            double frailty = random.nextGaussian();
            age[row] = 50 + 12 * frailty + 6 * random.nextGaussian();
            weight[row] = 70 + 5 * frailty + 8 * random.nextGaussian();
            pressure[row] = 120 + 8 * frailty + 8 * random.nextGaussian();
            boolean sick = frailty + random.nextGaussian() > 1;
            ill[row] = sick ? "yes" : "no";
            stay[row] = sick && random.nextInt(10) > 0 ? 5 + random.nextInt(20) : random.nextInt(10);
        }
        var honest = Table.of(
                NumberColumn.of("age", age),
                NumberColumn.of("weight", weight),
                NumberColumn.of("pressure", pressure),
                TextColumn.of("ill", ill));
        return leak ? honest.with(NumberColumn.of("days in hospital", stay)) : honest;
    }

    @Test
    void a_column_measured_after_the_outcome_is_suspect_and_says_why() {
        var suspects = suspects(patients(new Random(1), true), "ill", true);

        assertThat(columns(suspects)).containsExactly("days in hospital");
        assertThat(suspects.get(0).reason()).isEqualTo(Reason.STANDS_ALONE);
        assertThat(suspects.get(0).sentence())
                .startsWith("days in hospital carries ")
                .contains("of what all columns say about ill")
                .endsWith("it may have been measured with or after the outcome");
    }

    @Test
    void honest_columns_of_one_patient_are_not() {
        assertThat(suspects(patients(new Random(1), false), "ill", true)).isEmpty();
    }

    @Test
    void another_spelling_of_the_target_is_suspect() {
        var patients = patients(new Random(2), false);
        var ill = (TextColumn) patients.column("ill");
        var code = TextColumn.of(
                "code",
                IntStream.range(0, ill.size())
                        .mapToObj(row -> ill.at(row).equals("yes") ? "A" + row % 3 : "B" + row % 4)
                        .toArray(String[]::new));

        var suspects = suspects(patients.with(code), "ill", true);

        assertThat(columns(suspects)).containsExactly("code");
        assertThat(suspects.get(0).reason()).isEqualTo(Reason.DETERMINES);
    }

    @Test
    void a_column_that_is_filled_in_for_one_outcome_is_suspect() {
        var patients = patients(new Random(3), false);
        var ill = (TextColumn) patients.column("ill");
        var random = new Random(4);
        var ward = TextColumn.of(
                "ward",
                IntStream.range(0, ill.size())
                        .mapToObj(row -> ill.at(row).equals("yes") != (row % 200 == 7) ? "w" + random.nextInt(3) : "")
                        .toArray(String[]::new));

        var suspects = suspects(patients.with(ward), "ill", true);

        assertThat(columns(suspects)).containsExactly("ward");
        assertThat(suspects.get(0).reason()).isEqualTo(Reason.MISSING_BY_OUTCOME);
    }

    @Test
    void below_two_hundred_rows_nothing_is_said() {
        var few = patients(new Random(1), true).slice(0, 199);

        assertThat(suspects(few, "ill", true)).isEmpty();
    }

    @Test
    void the_sum_of_two_columns_is_the_number_of_bicycles() {
        var hours = suspects(Sets.read("bike/day.csv", ','), "cnt", false);

        assertThat(columns(hours)).containsExactly("casual", "registered");
        assertThat(hours)
                .anyMatch(some ->
                        some.reason() == Reason.RECONSTRUCTS && some.columns().equals(List.of("casual", "registered")));
    }

    static Stream<Case> leaks() {
        return Stream.of(
                new Case("bank/bank-full.csv.gz", ';', "y", true, "duration"),
                new Case("bank/bank.csv.gz", ';', "y", true, "duration"),
                new Case("bank/bank-additional-full.csv.gz", ';', "y", true, "duration"),
                new Case("bike/hour.csv.gz", ',', "cnt", false, "casual,registered"),
                new Case("titanic/titanic_seaborn_schema.csv", ',', "survived", true, "alive"));
    }

    static Stream<Case> clean() {
        return Stream.of(
                new Case("titanic/titanic.csv", ',', "Survived", true, ""),
                new Case("german/german.csv.gz", ',', "credit", true, ""),
                new Case("telco/Telco-Customer-Churn.csv.gz", ',', "Churn", true, ""),
                new Case("credit-default/UCI_Credit_Card.csv.gz", ',', "default.payment.next.month", true, ""),
                new Case("wine/winequality-white.csv", ';', "quality", false, ""),
                new Case("wine/winequality-red.csv", ';', "quality", false, ""),
                new Case("california/housing.csv.gz", ',', "median_house_value", false, ""),
                new Case("diamonds/diamonds.csv.gz", ',', "price", false, ""),
                new Case("penguins/penguins.csv", ',', "species", true, ""),
                new Case("penguins/penguins.csv", ',', "body_mass_g", false, ""));
    }

    /** @param expected names of the columns that leak, with commas between */
    record Case(String file, char delimiter, String target, boolean classes, String expected) {
        List<String> leaking() {
            return expected.isEmpty() ? List.of() : List.of(expected.split(","));
        }
    }

    @Tag("slow")
    @ParameterizedTest
    @MethodSource("leaks")
    void the_leaks_of_public_data_are_caught(Case some) {
        var suspects = suspects(Sets.read(some.file(), some.delimiter()), some.target(), some.classes());

        assertThat(columns(suspects)).isEqualTo(some.leaking());
    }

    @Tag("slow")
    @ParameterizedTest
    @MethodSource("clean")
    void the_honest_columns_of_public_data_are_not_suspect(Case some) {
        assertThat(suspects(Sets.read(some.file(), some.delimiter()), some.target(), some.classes()))
                .isEmpty();
    }

    @Tag("slow")
    @Test
    void adult_is_clean() {
        assertThat(suspects(Sets.adult("adult/adult.data.gz", "adult/adult.test.gz"), "income", true))
                .isEmpty();
    }

    @Tag("slow")
    @Test
    void the_delay_at_departure_gives_the_delay_at_arrival_away() {
        assertThat(columns(suspects(Sets.flights(), "ArrDelay", false))).contains("DepDelay");
        assertThat(columns(suspects(Sets.flights().without(Sets.AFTER_LANDING), "ArrDelay", false)))
                .containsExactly("DepDelay");
        assertThat(columns(suspects(Sets.late().without(Sets.AFTER_LANDING), "late", true)))
                .containsExactly("DepDelay");
    }
}
