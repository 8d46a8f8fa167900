package dev.slipway.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.slipway.evaluation.Split.By;
import dev.slipway.model.Target;
import dev.slipway.model.Training;
import dev.slipway.problem.SlipwayException;
import dev.slipway.table.Column;
import dev.slipway.table.IntegerColumn;
import dev.slipway.table.Missing;
import dev.slipway.table.NumberColumn;
import dev.slipway.table.Table;
import dev.slipway.table.TextColumn;
import dev.slipway.table.TimestampColumn;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SplitTest {
    private static final int ROWS = 60;
    private static final Target.Classes BOUGHT = new Target.Classes("bought", List.of("no", "yes"));

    /** Twelve customers with five rows each; days run backwards, two rows a day; every third row is a yes. */
    private static final Table TABLE = Table.of(
            TextColumn.of(
                    "customer",
                    IntStream.range(0, ROWS).mapToObj(row -> "c" + row % 12).toArray(String[]::new)),
            TimestampColumn.of(
                    "day",
                    IntStream.range(0, ROWS).mapToLong(row -> (ROWS - row) / 2).toArray()),
            IntegerColumn.of(
                    "year",
                    IntStream.range(0, ROWS)
                            .mapToLong(row -> row < 35 ? 2012 : 2011)
                            .toArray()),
            NumberColumn.of(
                    "price",
                    IntStream.range(0, ROWS).mapToDouble(row -> row % 7).toArray()));

    private static final Training CLASSES = Training.of(
            TABLE,
            BOUGHT,
            IntStream.range(0, ROWS).map(row -> row % 3 == 0 ? 1 : 0).toArray());
    private static final Table TIMELESS = TABLE.select(List.of("customer", "price"));

    private static Split by(By by, String column, int folds) {
        return new Split(Optional.of(by), Optional.of(column), Optional.empty(), folds, 42);
    }

    @Test
    void with_a_timestamp_time_decides_and_the_report_says_which_column() {
        var parted = Split.unsaid(5, 42).part(CLASSES, TABLE);

        assertThat(parted.by()).isEqualTo(By.TIME);
        assertThat(parted.why()).contains("'day' is a timestamp").contains("data.split.by");
    }

    @Test
    void without_one_classes_are_dealt_evenly_and_numbers_at_random() {
        var numbers = Training.ofNumbers(TIMELESS, new Target.Quantity("price"), new double[ROWS]);

        assertThat(Split.unsaid(5, 42).part(CLASSES, TIMELESS).by()).isEqualTo(By.STRATIFIED);
        assertThat(Split.unsaid(5, 42).part(numbers, TIMELESS).by()).isEqualTo(By.RANDOM);
        assertThat(Split.unsaid(5, 42).part(numbers, TIMELESS).why()).contains("at random");
    }

    @Test
    void nothing_is_judged_by_what_came_later_or_at_the_same_time() {
        var folds = by(By.TIME, "day", 4).part(CLASSES, TABLE).folds();
        var day = (TimestampColumn) TABLE.column("day");

        assertThat(folds.count()).isEqualTo(4);
        int taught = 0;
        for (int fold = 0; fold < 4; fold++) {
            long latest =
                    IntStream.of(folds.teaching(fold)).mapToLong(day::at).max().orElseThrow();
            long earliest =
                    IntStream.of(folds.judging(fold)).mapToLong(day::at).min().orElseThrow();
            assertThat(latest).isLessThan(earliest);
            assertThat(folds.teaching(fold).length).isGreaterThan(taught);
            assertThat(folds.judging(fold).length).isBetween(10, 14);
            taught = folds.teaching(fold).length;
        }
        assertThat(folds.foldOf(ROWS - 1)).as("the earliest day never judges").isEqualTo(-1);
        assertThat(folds.foldOf(0)).isEqualTo(3);
    }

    @Test
    void two_years_make_one_fold_the_first_teaching_the_second() {
        var folds = by(By.TIME, "year", 1).part(CLASSES, TABLE).folds();

        assertThat(folds.teaching(0)).isEqualTo(IntStream.range(35, ROWS).toArray());
        assertThat(folds.judging(0)).isEqualTo(IntStream.range(0, 35).toArray());
        assertThatThrownBy(() -> by(By.TIME, "year", 2).part(CLASSES, TABLE))
                .hasMessageContaining("EVALUATION-TIMES-FEW")
                .hasMessageContaining("need at least 3 different times, there are 2")
                .hasMessageContaining("at most 1");
    }

    @Test
    void no_group_is_on_both_sides_and_groups_are_dealt_evenly() {
        var folds = by(By.GROUP, "customer", 4).part(CLASSES, TABLE).folds();

        for (int fold = 0; fold < 4; fold++) {
            var taught = customers(folds.teaching(fold));
            assertThat(customers(folds.judging(fold)))
                    .doesNotContainAnyElementsOf(taught)
                    .hasSize(3);
            // Customers c0, c3, c6 and c9 are the ones who say yes: each fold has one of them.
            assertThat(IntStream.of(folds.judging(fold))
                            .filter(row -> row % 3 == 0)
                            .count())
                    .isEqualTo(5);
        }
        assertThat(by(By.GROUP, "customer", 4).part(CLASSES, TABLE).folds().foldOfRow())
                .isEqualTo(folds.foldOfRow());
    }

    private static Set<String> customers(int... rows) {
        var customers = new TreeSet<String>();
        IntStream.of(rows).forEach(row -> customers.add(TABLE.column("customer").text(row)));
        return customers;
    }

    @Test
    void a_file_deals_exactly_as_it_says(@TempDir Path folder) throws IOException {
        var file = folder.resolve("folds.txt");
        var split = new Split(Optional.of(By.FILE), Optional.empty(), Optional.of(file), 5, 42);
        Files.write(file, IntStream.range(0, ROWS).mapToObj(row -> "" + row % 4).toList());

        assertThat(split.part(CLASSES, TABLE).folds().judging(3))
                .isEqualTo(IntStream.range(0, ROWS).filter(row -> row % 4 == 3).toArray());

        Files.write(file, Arrays.asList("0", "1", "one"));
        assertThatThrownBy(() -> split.part(CLASSES, TABLE))
                .hasMessageContaining("'one' is no fold")
                .hasMessageContaining("line 3");
        Files.write(file, Arrays.asList("0", "1"));
        assertThatThrownBy(() -> split.part(CLASSES, TABLE)).hasMessageContaining("2 lines for 60 rows");
        Files.write(
                file, IntStream.range(0, ROWS + 1).mapToObj(row -> "" + row % 2).toList());
        assertThatThrownBy(() -> split.part(CLASSES, TABLE)).hasMessageContaining("more lines than the 60 rows");
        Files.write(
                file,
                IntStream.range(0, ROWS)
                        .mapToObj(row -> row % 2 == 0 ? "0" : "2")
                        .toList());
        assertThatThrownBy(() -> split.part(CLASSES, TABLE)).hasMessageContaining("no row judges in fold 1");
        Files.delete(file);
        assertThatThrownBy(() -> split.part(CLASSES, TABLE)).hasMessageContaining("no such file");
    }

    @Test
    void one_class_on_a_side_of_a_fold_is_said_with_the_fold_and_the_class() {
        var late = Training.of(
                TABLE,
                BOUGHT,
                IntStream.range(0, ROWS).map(row -> row < 20 ? 1 : 0).toArray());

        assertThatThrownBy(() -> by(By.TIME, "day", 4).part(late, TABLE))
                .isInstanceOf(SlipwayException.class)
                .hasMessageContaining("EVALUATION-FOLD-ONE-CLASS")
                .hasMessageContaining("that teach in fold 1 are all 'no'");
    }

    @Test
    void what_cannot_part_rows_is_refused_with_what_to_do() {
        Column holes = NumberColumn.of("price", Missing.where(ROWS, row -> row == 6), new double[ROWS]);
        var some = TABLE.with(holes);

        assertThatThrownBy(() -> by(By.TIME, "price", 3).part(CLASSES, some)).hasMessageContaining("row 7");
        assertThatThrownBy(() -> by(By.TIME, "customer", 3).part(CLASSES, TABLE))
                .hasMessageContaining("no before and after");
        assertThatThrownBy(() -> by(By.GROUP, "custmer", 3).part(CLASSES, TABLE))
                .hasMessageContaining("'customer'");
        assertThatThrownBy(() -> by(By.GROUP, "customer", 13).part(CLASSES, TABLE))
                .hasMessageContaining("there are 12");
        var unnamed = new Split(Optional.of(By.GROUP), Optional.empty(), Optional.empty(), 3, 1);
        assertThatThrownBy(() -> unnamed.part(CLASSES, TABLE)).hasMessageContaining("add 'column' under data.split");
        var timeless = new Split(Optional.of(By.TIME), Optional.empty(), Optional.empty(), 3, 1);
        assertThatThrownBy(() -> timeless.part(CLASSES, TIMELESS))
                .hasMessageContaining("no column of the data is a timestamp");
        var numbers = Training.ofNumbers(TIMELESS, new Target.Quantity("price"), new double[ROWS]);
        assertThatThrownBy(() -> by(By.STRATIFIED, "x", 3).part(numbers, TIMELESS))
                .hasMessageContaining("has no classes");
    }
}
