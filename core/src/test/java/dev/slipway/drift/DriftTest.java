package dev.slipway.drift;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.slipway.drift.ColumnShift.Verdict;
import dev.slipway.profile.Profile;
import dev.slipway.table.Column;
import dev.slipway.table.IntegerColumn;
import dev.slipway.table.NumberColumn;
import dev.slipway.table.Table;
import dev.slipway.table.TextColumn;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;

class DriftTest {
    private static final int ROWS = 3_000;

    private static Profile profile(Column... columns) {
        return Profile.of(Table.of(columns));
    }

    private static Column normal(long seed, double shift) {
        var random = new SplittableRandom(seed);
        return NumberColumn.of(
                "x",
                IntStream.range(0, ROWS)
                        .mapToDouble(i -> random.nextGaussian() + shift)
                        .toArray());
    }

    private static Column words(IntFunction<String> word) {
        return TextColumn.of("w", IntStream.range(0, ROWS).mapToObj(word).toArray(String[]::new));
    }

    private static ColumnShift only(Profile before, Profile after) {
        return Drift.between(before, after).shifts().get(0);
    }

    @Test
    void the_same_law_is_no_change_and_a_quarter_of_a_deviation_is() {
        assertThat(only(profile(normal(1, 0)), profile(normal(2, 0))).verdict()).isEqualTo(Verdict.SAME);

        var moved = only(profile(normal(1, 0)), profile(normal(2, 0.25)));
        assertThat(moved.verdict()).isEqualTo(Verdict.CHANGED);
        assertThat(moved.comparison().orElseThrow().other()).isCloseTo(0.25, within(0.05));
        assertThat(moved.comparison().orElseThrow().meanShift()).isCloseTo(0.25, within(0.05));
    }

    @Test
    void random_halves_raise_few_alarms() {
        int alarms = 0;
        for (int seed = 0; seed < 40; seed++) {
            alarms += only(profile(normal(seed, 0)), profile(normal(1_000 + seed, 0)))
                                    .verdict()
                            == Verdict.CHANGED
                    ? 1
                    : 0;
        }

        assertThat(alarms).isZero();
    }

    @Test
    void ten_points_of_all_rows_moved_from_one_word_to_another_are_seen_and_new_words_are_named() {
        var before = profile(words(i -> i % 3 == 0 ? "no" : "yes"));
        var after = profile(words(i -> i % 10 == 0 ? "maybe" : i % 3 == 0 ? "no" : "yes"));

        var shift = only(before, after);

        assertThat(shift.verdict()).isEqualTo(Verdict.CHANGED);
        assertThat(shift.comparison().orElseThrow().distance()).isCloseTo(0.1, within(0.01));
        assertThat(shift.fresh()).extracting(ColumnShift.Fresh::value).containsExactly("maybe");
    }

    @Test
    void values_that_go_missing_are_a_change_of_numbers_too() {
        var full = normal(1, 0);
        var holes = NumberColumn.of(
                "x",
                IntStream.range(0, ROWS)
                        .mapToDouble(i -> i % 8 == 0 ? Double.NaN : full.number(i))
                        .toArray());
        var before = profile(withMissing(full));
        var after = profile(withMissing(holes));

        assertThat(only(before, after).verdict()).isEqualTo(Verdict.CHANGED);
        assertThat(only(before, after).missingAfter()).isCloseTo(0.125, within(1e-9));
    }

    /** As a text column, where nothing is an empty text. */
    private static Column withMissing(Column numbers) {
        return TextColumn.of(
                "x",
                IntStream.range(0, numbers.size())
                        .mapToObj(i -> Double.isNaN(numbers.number(i)) ? "" : Double.toString(numbers.number(i)))
                        .toArray(String[]::new));
    }

    @Test
    void few_rows_are_not_enough_data_however_far_they_are_apart() {
        var few = profile(
                IntegerColumn.of("x", IntStream.range(0, 500).asLongStream().toArray()));
        var far = profile(IntegerColumn.of(
                "x", IntStream.range(5_000, 5_500).asLongStream().toArray()));

        assertThat(only(few, far).verdict()).isEqualTo(Verdict.TOO_FEW);
        assertThat(only(few, far).comparison().orElseThrow().distance()).isEqualTo(1);
    }

    @Test
    void columns_that_come_go_or_change_their_kind_are_named() {
        var before = profile(normal(1, 0), words(i -> "a" + i % 3));
        var text = TextColumn.of(
                "x", IntStream.range(0, ROWS).mapToObj(i -> "t" + i % 4).toArray(String[]::new));
        var fresh =
                TextColumn.of("new", IntStream.range(0, ROWS).mapToObj(i -> "n").toArray(String[]::new));
        var after = profile(text, fresh);

        var drift = Drift.between(before, after);

        assertThat(drift.added()).containsExactly("new");
        assertThat(drift.gone()).containsExactly("w");
        assertThat(drift.shifts().get(0).verdict()).isEqualTo(Verdict.OTHER_KIND);
    }

    @Test
    void keys_are_new_by_nature_and_not_compared() {
        var before = profile(words(i -> "a" + i));
        var after = profile(words(i -> "b" + i));

        assertThat(only(before, after).verdict()).isEqualTo(Verdict.NOT_COMPARED);
    }

    @Test
    void adult_gives_the_distances_of_scipy() throws IOException {
        var train = adult("adult.data.gz", 0);
        var test = adult("adult.test.gz", 1);

        var drift = Drift.between(train, test);

        assertThat(drift.shifts()).noneMatch(shift -> shift.verdict() == Verdict.CHANGED);
        var age = drift.shifts().stream()
                .filter(shift -> shift.column().equals("age"))
                .findFirst()
                .flatMap(ColumnShift::comparison)
                .orElseThrow();
        assertThat(age.distance()).isCloseTo(0.008194210323058115, within(1e-9));
        assertThat(age.other()).isCloseTo(0.016901073571208673, within(1e-9));
        assertThat(age.psi()).isCloseTo(0.0010056037448783785, within(1e-9));
        assertThat(age.p()).isCloseTo(0.4573203269241334, within(0.01));
    }

    private static Profile adult(String name, int skipped) throws IOException {
        var file = Path.of(System.getProperty("slipway.root"), "..", "shared", "data", "sets", "adult", name);
        assumeTrue(Files.exists(file), "the shared data sets are not beside this checkout: nothing to compare with");
        try (var reader = new BufferedReader(
                new InputStreamReader(new GZIPInputStream(Files.newInputStream(file)), StandardCharsets.UTF_8))) {
            List<String[]> rows = reader.lines()
                    .skip(skipped)
                    .map(line -> line.split(", "))
                    .filter(fields -> fields.length == 15)
                    .toList();
            return profile(
                    IntegerColumn.of(
                            "age",
                            rows.stream()
                                    .mapToLong(row -> Long.parseLong(row[0]))
                                    .toArray()),
                    TextColumn.of("workclass", rows.stream().map(row -> row[1]).toArray(String[]::new)),
                    TextColumn.of("sex", rows.stream().map(row -> row[9]).toArray(String[]::new)));
        }
    }
}
